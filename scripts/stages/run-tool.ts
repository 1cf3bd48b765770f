import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../setup/paths.mjs';
import { runTool } from '../setup/tool.mjs';
import { type Counts, type StageResult, NOTHING, sum } from './stage.ts';

/** One check without counts of its own, such as a linter: it counts as one, passed or failed. */
export interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

/** A program of an npm package, run by this Node. */
export function npmProgram(path: string, ...args: readonly string[]): string[] {
  return [process.execPath, join(ROOT, 'node_modules', path), ...args];
}

/** Runs checks one after the other, all of them even if one fails. */
export async function runChecks(checks: readonly Check[]): Promise<StageResult> {
  const results: StageResult[] = [];
  for (const { name, command } of checks) results.push(await runCheck(name, command));
  return joined(results);
}

async function runCheck(name: string, command: readonly string[]): Promise<StageResult> {
  const result = await runTool(command, { cwd: ROOT });
  if (result.kind === 'done') return { ...NOTHING, passed: 1, output: '' };
  const said = result.kind === 'failed' ? result.output : `${result.command} was not found`;
  return { ...NOTHING, failed: 1, output: `--- ${name}\n${said}\n` };
}

/**
 * Runs a test runner and reads its counts. A runner that failed and counts no failure, or that ran no test at all,
 * is a failure too.
 *
 * @param count reads the counts from what the runner printed or from `report`
 */
export async function runCounted(
  command: readonly string[],
  count: (text: string) => Counts,
  report?: string,
): Promise<StageResult> {
  const file = report === undefined ? undefined : join(ROOT, report);
  // A report of an earlier run must not be taken for this one's.
  if (file !== undefined) rmSync(file, { force: true });
  const result = await runTool(command, { cwd: ROOT });
  if (result.kind === 'missing')
    return { ...NOTHING, failed: 1, output: `${result.command} was not found\n` };
  const counts = readCounts(count, () => (file === undefined ? result.stdout : readFileSync(file, 'utf8')));
  if (typeof counts === 'string') return { ...NOTHING, failed: 1, output: `${result.output}\n${counts}\n` };
  const problem = problemOf(result.kind === 'done', counts);
  if (problem === undefined) return { ...counts, output: result.output };
  return { ...counts, failed: Math.max(1, counts.failed), output: `${result.output}\n${problem}\n` };
}

function problemOf(ended: boolean, counts: Counts): string | undefined {
  if (counts.passed + counts.failed === 0) return 'No test ran.';
  if (!ended && counts.failed === 0) return 'The runner failed although no test did.';
  return counts.failed > 0 ? '' : undefined;
}

function readCounts(count: (text: string) => Counts, text: () => string): Counts | string {
  try {
    return count(text());
  } catch (error) {
    return `Its counts could not be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Several results as one. */
export function joined(results: readonly StageResult[]): StageResult {
  return { ...sum(results), output: results.map(({ output }) => output).join('') };
}
