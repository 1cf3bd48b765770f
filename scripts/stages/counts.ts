import * as v from 'valibot';
import type { Counts } from './stage.ts';

// What each runner writes about its run, read for the counts alone. All throw on a text of another shape.

const Vitest = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/** Vitest's JSON report. A test file that could not even be loaded has no tests in it; it counts as one failure. */
export function vitestCounts(text: string): Counts {
  const report = v.parse(Vitest, JSON.parse(text));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const Playwright = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
});

/** Playwright's JSON report. Errors outside of any test (a file that does not load) count as failures. */
export function playwrightCounts(text: string): Counts {
  const { stats, errors } = v.parse(Playwright, JSON.parse(text));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** pytest's JUnit report: the attributes of its <testsuite> elements. */
export function junitCounts(text: string): Counts {
  const suites = text.match(/<testsuite\s[^>]*>/g);
  if (!suites) throw new Error('this is no JUnit report: it has no <testsuite>');
  const add = (name: string): number =>
    suites.reduce((total, tag) => total + Number(new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1] ?? 0), 0);
  const failed = add('failures') + add('errors');
  const skipped = add('skipped');
  return { passed: Math.max(0, add('tests') - failed - skipped), failed, skipped };
}

/** A program's own closing line, "N passed, N failed", the last such line that it printed. */
export function closingLineCounts(text: string): Counts {
  const lines = [...text.matchAll(/^(?:\w+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/gm)];
  const last = lines.at(-1);
  if (!last) throw new Error('it printed no closing line "N passed, N failed"');
  return { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}
