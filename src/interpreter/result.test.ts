import { describe, expect, it } from 'vitest';
import type { RunEvent } from './events.ts';
import { addEvent, finished, NOTHING_YET, verdictOf, type PartialResult } from './result.ts';

const fold = (...events: readonly RunEvent[]): PartialResult => events.reduce(addEvent, NOTHING_YET);
const test = (outcome: 'passed' | 'failed' | 'error'): RunEvent => ({
  kind: 'test',
  id: `t.py::${outcome}`,
  outcome,
  seconds: 0,
  failures: [],
  reason: '',
});
const end = (exitCode: number, note = ''): RunEvent => ({
  kind: 'finished',
  exitCode,
  collected: 1,
  seconds: 1,
  skippedSeconds: 0,
  note,
  warnings: [],
});
const print = (text: string, stream: 'stdout' | 'stderr' | 'console' = 'stdout'): RunEvent => ({
  kind: 'output',
  stream,
  text,
  test: null,
});

describe('verdictOf', () => {
  it('is none until pytest has finished', () => {
    expect(verdictOf(fold(test('passed')))).toBe('none');
    expect(finished(fold(test('passed')))).toBeUndefined();
  });
  it.each([
    [0, 'passed', 'passed'],
    [1, 'failed', 'failed'],
    [1, 'error', 'error'],
    [2, 'passed', 'error'],
    [3, 'passed', 'error'],
  ] as const)('for exit code %i with a test %s is %s', (exitCode, outcome, verdict) => {
    expect(verdictOf(fold(test(outcome), end(exitCode)))).toBe(verdict);
  });
  it('is an error where the run cannot be believed, whatever its tests say', () => {
    expect(verdictOf(fold(test('passed'), end(0, 'two tests have no outcome')))).toBe('error');
  });
  it('is none where there were no tests', () => {
    expect(verdictOf(fold(end(5)))).toBe('none');
  });
});

describe('output', () => {
  it('joins what one test prints and keeps pytest’s report apart', () => {
    const result = fold(print('a'), print('b'), print('c', 'stderr'), print('====', 'console'));
    expect(result.output).toEqual([
      { stream: 'stdout', text: 'ab', test: null },
      { stream: 'stderr', text: 'c', test: null },
    ]);
    expect(result.console).toBe('====');
  });
  it('stops keeping it where a forged stream goes over every limit', () => {
    const result = fold(...Array.from({ length: 10 }, () => print('x'.repeat(100_000))));
    expect(result.output.map((part) => part.text).join('').length).toBeLessThanOrEqual(350_000);
  });
  it('replaces the tail by the newer one', () => {
    const tail = (text: string): RunEvent => ({
      kind: 'output-tail',
      text,
      leftOutCharacters: 5,
      leftOutLines: 1,
    });
    expect(fold(tail('old'), tail('new')).tail?.text).toBe('new');
  });
});
