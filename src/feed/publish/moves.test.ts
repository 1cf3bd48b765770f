import { describe, expect, it } from 'vitest';
import { testKey } from '../../reports/identity.ts';
import { movedTests } from './moves.ts';
import type { KnownTests } from './outcomes.ts';

const known = (...ids: string[]): KnownTests =>
  new Map(
    ids.map((id) => [
      testKey(id),
      { id, outcome: 'passed', message: null, fingerprint: null, category: null, pattern: null } as const,
    ]),
  );

const moves = (before: string[], now: string[]): [string, string][] => [
  ...movedTests(known(...before), known(...now)),
];

describe('a moved file', () => {
  it('is known by its classes and names', () => {
    expect(
      moves(['a.py::T::x', 'a.py::T::y', 'b.py::z'], ['sub/a.py::T::x', 'sub/a.py::T::y', 'b.py::z']),
    ).toEqual([
      ['a.T::x', 'sub.a.T::x'],
      ['a.T::y', 'sub.a.T::y'],
    ]);
  });

  it('is known in dotted names too', () => {
    expect(moves(['tests.a.T::x'], ['tests.sub.a.T::x'])).toEqual([['tests.a.T::x', 'tests.sub.a.T::x']]);
  });

  it('may have got and lost a few tests', () => {
    expect(moves(['a.py::x', 'a.py::y', 'a.py::z'], ['b.py::x', 'b.py::y', 'b.py::new'])).toHaveLength(2);
  });

  it('of two candidates is the one with more in common, then the one with the same name', () => {
    expect(moves(['a.py::x', 'a.py::y'], ['c.py::x', 'b.py::x', 'b.py::y'])).toEqual([
      ['a::x', 'b::x'],
      ['a::y', 'b::y'],
    ]);
    expect(moves(['a.py::x'], ['b.py::x', 'sub/a.py::x'])).toEqual([['a::x', 'sub.a::x']]);
  });
});

describe('no move', () => {
  it.each([
    ['the old file is still there', ['a.py::x', 'a.py::y'], ['a.py::y', 'b.py::x']],
    ['the new file was there before', ['a.py::x', 'b.py::z'], ['b.py::x', 'b.py::z']],
    ['another class', ['a.py::A::x'], ['b.py::B::x']],
    ['little in common', ['a.py::x', 'a.py::y', 'a.py::z'], ['b.py::x', 'b.py::p', 'b.py::q']],
    ['nothing new', ['a.py::x', 'b.py::x'], ['b.py::x']],
  ])('%s', (_, before, now) => {
    expect(moves(before, now)).toEqual([]);
  });
});
