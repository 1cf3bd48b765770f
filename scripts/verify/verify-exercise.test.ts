import { expect, it } from 'vitest';
import type { RecordedRun } from '../../src/patterns/recorded.ts';
import { differenceFrom } from './verify-exercise.ts';

const GREEN: RecordedRun = { verdict: 'passed', exitCode: 0, collected: 1, tests: [], warnings: [] };
const RED: RecordedRun = {
  ...GREEN,
  verdict: 'failed',
  exitCode: 1,
  tests: [
    {
      id: 'test_a.py::test_a',
      outcome: 'failed',
      reason: '',
      failures: [
        {
          phase: 'call',
          exceptionType: '_pytest.outcomes.Failed',
          message: 'DID NOT RAISE ValueError\nmore',
          frames: [],
          text: '    def test_a():\n>       call()  \nE       Failed',
        },
      ],
    },
  ],
};
const fails = { kind: 'fails', failed: 1, total: 1 } as const;
const claim = { outcome: 'fails', exception: 'Failed', message: 'DID NOT RAISE ValueError' } as const;

it('holds the exception and the first line of its message', () => {
  expect(differenceFrom(claim, { outcome: fails, run: RED })).toBeUndefined();
  expect(differenceFrom({ ...claim, message: 'other' }, { outcome: fails, run: RED })).toBe(
    'should fail with Failed: other, but it fails with Failed: DID NOT RAISE ValueError\nmore',
  );
});

it('holds what pytest prints, if the page shows it', () => {
  const printed = (report: string): string | undefined =>
    differenceFrom({ ...claim, report }, { outcome: fails, run: RED });
  expect(printed('>       call()\nE       Failed')).toBeUndefined();
  expect(printed('>       other()')).toMatch(/^should print\n> {7}other\(\)\nbut it prints/);
});

it('holds the mutants that are missed, all of them and no other', () => {
  const misses = { outcome: 'misses', misses: ['b', 'a'] } as const;
  const seen = (missed: string[]): string | undefined =>
    differenceFrom(
      { ...misses, misses: [...misses.misses] },
      { outcome: { kind: 'misses', missed }, run: GREEN },
    );
  expect(seen(['a', 'b'])).toBeUndefined();
  expect(seen(['a'])).toBe('should miss a, b, but it misses a');
  expect(
    differenceFrom({ outcome: 'misses', misses: ['a'] }, { outcome: { kind: 'solved' }, run: GREEN }),
  ).toBe('should miss a, but it ends as solved');
});
