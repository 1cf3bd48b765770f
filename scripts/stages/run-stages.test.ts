import { expect, test } from 'vitest';
import { chooseStages, runStages } from './run-stages.ts';
import { type Stage, type StageResult, NOTHING } from './stage.ts';
import { STAGES } from './table.ts';

const good: StageResult = { passed: 3, failed: 0, skipped: 1, output: 'chatter' };
const bad: StageResult = { passed: 1, failed: 2, skipped: 0, output: 'the reason' };

test('figures are summed and only the output of a failure is shown', async () => {
  const lines: string[] = [];
  const counts = await runStages([stage('a', good), stage('b', bad)], (line) => lines.push(line));
  expect(counts).toEqual({ passed: 4, failed: 2, skipped: 1 });
  expect(lines.join('\n')).toMatch(
    /✓ a: 3 passed, 0 failed, 1 skipped \(\d+\.\d s\)[^]*the reason[^]*✗ b: 1 passed, 2 failed \(/,
  );
  expect(lines.join('\n')).not.toMatch(/chatter/);
});

test('what did not run did not pass; what stands alone still runs', async () => {
  const lines: string[] = [];
  const counts = await runStages(
    [stage('build', bad), stage('e2e', good, ['build']), stage('other', good)],
    (line) => lines.push(line),
  );
  expect(counts).toEqual({ passed: 4, failed: 3, skipped: 1 });
  expect(lines.join('\n')).toMatch(/Not run, because this failed before: build/);
});

test('a stage that breaks off is a failure', async () => {
  const broken: Stage = { ...stage('a', good), run: () => Promise.reject(new Error('fell over')) };
  const lines: string[] = [];
  expect(await runStages([broken], (line) => lines.push(line))).toEqual({ ...NOTHING, failed: 1 });
  expect(lines.join('\n')).toMatch(/fell over/);
});

test('a stage brings those that it comes after, in the order of the table', () => {
  const table = [stage('a', good), stage('b', good, ['a']), stage('c', good), stage('d', good, ['b'])];
  expect(chooseStages(table, ['d']).map(({ name }) => name)).toEqual(['a', 'b', 'd']);
  expect(chooseStages(table, []).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
});

test('an unknown stage is told with the known ones', () => {
  expect(() => chooseStages([stage('a', good), stage('b', good)], ['x'])).toThrow(
    'There is no stage "x": choose from a, b.',
  );
});

test('in our table every name is its own and comes after what it needs', () => {
  const seen = new Set<string>();
  for (const { name, after } of STAGES) {
    expect(seen.has(name)).toBe(false);
    expect(after.every((earlier) => seen.has(earlier))).toBe(true);
    seen.add(name);
  }
});

function stage(name: string, result: StageResult, after: readonly string[] = []): Stage {
  return { name, title: name, after, setUp: {}, run: () => Promise.resolve(result) };
}
