import { expect, test } from 'vitest';
import { closingLineCounts, junitCounts, playwrightCounts, vitestCounts } from './counts.ts';

test("Vitest's report: a file that does not load is a failure though it holds no test", () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test("Playwright's report: an error outside of any test is a failure", () => {
  const report = {
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no such file' }],
  };
  expect(playwrightCounts(JSON.stringify(report))).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test("pytest's report: errors are failures, xfail is skipped", () => {
  const report =
    '<?xml version="1.0"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="0.1"></testsuite></testsuites>';
  expect(junitCounts(report)).toEqual({ passed: 4, failed: 3, skipped: 3 });
});

test('a closing line: the last one counts', () => {
  expect(closingLineCounts('1 passed, 0 failed\nmore\nverify: 20 passed, 3 failed, 1 skipped\n')).toEqual({
    passed: 20,
    failed: 3,
    skipped: 1,
  });
});

test.each([
  ['vitest', vitestCounts, '{}'],
  ['playwright', playwrightCounts, '{"stats":{}}'],
  ['pytest', junitCounts, '<html>'],
  ['closing line', closingLineCounts, 'all good'],
])('%s: a text of another shape is an error, never zero failures', (_, read, text) => {
  expect(() => read(text)).toThrow();
});
