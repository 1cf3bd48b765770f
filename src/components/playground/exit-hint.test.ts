import { expect, test } from 'vitest';
import type { TestResult } from '../../interpreter/events.ts';
import { NOTHING_YET } from '../../interpreter/result.ts';
import { exitHint } from './exit-hint.ts';

test.each([
  [0, undefined],
  [1, undefined],
  [2, /Its own report/],
  [3, /broke down/],
  [4, /an argument, pytest\.ini or conftest\.py/],
  [5, /found no tests/],
])('exit code %i', (exitCode, words) => {
  const hint = exitHint({ ...NOTHING_YET, exitCode });
  if (words) expect(hint).toMatch(words);
  else expect(hint).toBeUndefined();
});

test('a file that could not be imported is named so, and a note stands for itself', () => {
  const broken: TestResult = {
    kind: 'test',
    id: 'test_a.py',
    outcome: 'error',
    seconds: 0,
    failures: [],
    reason: '',
  };
  expect(exitHint({ ...NOTHING_YET, exitCode: 2, tests: [broken] })).toContain('could not be imported');
  expect(exitHint({ ...NOTHING_YET, exitCode: 3, note: 'It broke.' })).toBeUndefined();
});
