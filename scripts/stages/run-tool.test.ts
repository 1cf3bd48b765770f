import process from 'node:process';
import { expect, test } from 'vitest';
import { closingLineCounts } from './counts.ts';
import { runChecks, runCounted } from './run-tool.ts';

const node = (script: string): string[] => [process.execPath, '-e', script];

test('each check counts as one; all run, and only what failed is shown', async () => {
  const result = await runChecks([
    { name: 'good', command: node('console.log("fine")') },
    { name: 'bad', command: node('console.error("broken"); process.exit(3)') },
    { name: 'not there', command: ['no-such-program-anywhere'] },
  ]);
  expect(result).toMatchObject({ passed: 1, failed: 2, skipped: 0 });
  expect(result.output).toBe('--- bad\nbroken\n\n--- not there\nno-such-program-anywhere was not found\n');
});

test('the counts of a test runner are taken over', async () => {
  const result = await runCounted(node('console.log("4 passed, 0 failed")'), closingLineCounts);
  expect(result).toMatchObject({ passed: 4, failed: 0 });
});

test.each([
  [
    'ended badly though no test failed',
    'console.log("4 passed, 0 failed"); process.exit(1)',
    /failed although no test did/,
  ],
  ['ran no test', 'console.log("0 passed, 0 failed")', /No test ran/],
  ['said nothing', 'console.log("…")', /counts could not be read/],
])('a runner that %s is a failure', async (_, script, words) => {
  const result = await runCounted(node(script), closingLineCounts);
  expect(result.failed).toBe(1);
  expect(result.output).toMatch(words);
});

test('a report of an earlier run is not taken for this one', async () => {
  const write = `require('fs').mkdirSync('test-results', { recursive: true });
    require('fs').writeFileSync('test-results/run-tool-test.txt', '1 passed, 0 failed')`;
  const report = 'test-results/run-tool-test.txt';
  expect((await runCounted(node(write), closingLineCounts, report)).failed).toBe(0);
  expect((await runCounted(node(''), closingLineCounts, report)).failed).toBe(1);
});

test('what a failing runner printed is kept in full', async () => {
  const script =
    'console.log("line 1"); console.error("line 2"); console.log("1 passed, 2 failed"); process.exit(1)';
  const result = await runCounted(node(script), closingLineCounts);
  expect(result).toMatchObject({ passed: 1, failed: 2 });
  expect(result.output).toMatch(/line 1[^]*line 2|line 2[^]*line 1/);
});
