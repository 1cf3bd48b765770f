import type { Counts, Outcome, TestResult } from './model.ts';

const fields: Readonly<Record<Outcome, Exclude<keyof Counts, 'flaky' | 'total'>>> = {
  passed: 'passing',
  failed: 'failing',
  error: 'errors',
  skipped: 'skipped',
  xfailed: 'xfailed',
  xpassed: 'xpassed',
};

/** Count results. Never from a report's own summary: those count attempts, subtests or parts of tests. */
export function countResults(tests: Iterable<Pick<TestResult, 'outcome' | 'flaky'>>): Counts {
  const counts = {
    passing: 0,
    failing: 0,
    errors: 0,
    skipped: 0,
    xfailed: 0,
    xpassed: 0,
    flaky: 0,
    total: 0,
  };
  for (const test of tests) {
    counts[fields[test.outcome]] += 1;
    counts.total += 1;
    if (test.flaky) counts.flaky += 1;
  }
  return counts;
}

/** From harmless to grave. The worst of what is said about a test is what counts. */
const order: readonly Outcome[] = ['passed', 'skipped', 'xfailed', 'xpassed', 'failed', 'error'];

/** The graver of two outcomes. */
export function worse(one: Outcome, other: Outcome): Outcome {
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
