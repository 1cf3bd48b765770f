import { expect, it } from 'vitest';
import type { Outcome } from '../../exercises/outcome.ts';
import { NOTHING_YET } from '../../interpreter/result.ts';
import type { CheckState } from './check-state.ts';
import { outcomeWords } from './outcome-words.ts';

const judged = (outcome: Outcome): CheckState => ({ kind: 'judged', outcome, result: NOTHING_YET });
const said = (state: CheckState, line?: number): string => {
  const { tone, headline, text } = outcomeWords(state, { mutants: 3, line });
  return `${tone}: ${headline} ${text}`;
};

it.each([
  [{ kind: 'solved' }, /^green: Solved\. .* all 3 bugs/],
  [{ kind: 'misses', missed: ['a'] }, /^amber: Green, but not good enough\. .*green once:/],
  [{ kind: 'misses', missed: ['a', 'b'] }, /green 2 times:/],
  [{ kind: 'misses', missed: ['a', 'b', 'c'] }, /green every time:/],
  [{ kind: 'fails', failed: 1, total: 1 }, /^red: Your test fails in line 7\. The app is right/],
  [
    { kind: 'syntax-error', says: 'invalid syntax', line: 3 },
    /^red: .* Line 3: invalid syntax\. Nothing was run/,
  ],
  [{ kind: 'syntax-error', says: 'bad tabs', line: undefined }, /can’t read your file\. bad tabs\./],
  [{ kind: 'no-test' }, /^red: There is no test in your file\. .*begin with “test_”/],
  [{ kind: 'nothing-passed' }, /skipped or expected to fail/],
  [{ kind: 'unreliable', note: 'pytest broke down.' }, /^amber: .*believed\. pytest broke down\./],
] as const)('%o', (outcome, words) => {
  expect(said(judged(outcome), 7)).toMatch(words);
});

it('does not name a line that it does not know', () => {
  expect(said(judged({ kind: 'fails', failed: 1, total: 1 }))).toMatch(/^red: Your test fails\. The app/);
});

it('tells an endless loop from a failure', () => {
  expect(said({ kind: 'endless', seconds: 10, result: NOTHING_YET })).toMatch(/does not end\. .*after 10 s/);
});

it('points at the button that there is after a fault', () => {
  expect(said({ kind: 'fault', fault: { kind: 'offline', detail: '' } })).toMatch(/press “Check my test”/);
});

it('says what is going on', () => {
  const checking = {
    kind: 'checking',
    mutants: ['a', 'b', 'c'],
    stage: undefined,
    result: undefined,
  } as const;
  expect(said({ ...checking, phase: { kind: 'app' } })).toMatch(/Running your test/);
  expect(said({ ...checking, phase: { kind: 'app' }, stage: { kind: 'importing' } })).toMatch(
    /Importing pytest/,
  );
  expect(said({ ...checking, phase: { kind: 'mutants', missed: ['a'], left: ['b', 'c'] } })).toMatch(
    /bug 2 of 3/,
  );
});
