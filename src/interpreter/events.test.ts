import { describe, expect, it } from 'vitest';
import { parseRunEvent } from './events.ts';

const test = { kind: 'test', id: 't.py::a', outcome: 'passed', seconds: 0.1, failures: [], reason: '' };

describe('parseRunEvent', () => {
  it('reads an event', () => {
    expect(parseRunEvent(JSON.stringify(test))).toEqual(test);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '7'],
    ['an unknown kind', JSON.stringify({ ...test, kind: 'verdict' })],
    ['an unknown outcome', JSON.stringify({ ...test, outcome: 'great' })],
    ['a negative duration', JSON.stringify({ ...test, seconds: -1 })],
    ['a duration that is no number', JSON.stringify({ ...test, seconds: 'NaN' })],
    ['a name without end', JSON.stringify({ ...test, id: 'x'.repeat(3_000) })],
    ['a message without end', JSON.stringify({ ...test, reason: 'x'.repeat(100_000) })],
    ['a thousand failures', JSON.stringify({ ...test, failures: Array.from({ length: 1000 }, () => ({})) })],
  ])('refuses %s', (_what, json) => {
    expect(parseRunEvent(json)).toBeUndefined();
  });
});
