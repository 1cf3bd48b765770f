import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../setup/paths.mjs';
import { bash, type Ended } from './bash.ts';

/** The parts of a workflow file that are run here. */
interface WorkflowFile {
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How a step ended. */
export interface StepResult extends Ended {
  readonly name: string;
}

/**
 * Run the steps of docs/publish/github-actions.yml as GitHub's runner would: with bash, stopping at the first
 * that fails. Steps that set up the machine (`uses:`, "Install") are left out.
 *
 * @param folder the checkout to run in
 * @param env environment of all steps, goes before the file's own; PATH must lead to Python and Node
 * @param first the box "first publication" is ticked
 */
export async function runWorkflow(
  folder: string,
  env: NodeJS.ProcessEnv,
  first: boolean,
): Promise<StepResult[]> {
  const text = readFileSync(join(ROOT, 'docs/publish/github-actions.yml'), 'utf8');
  const { env: shared, jobs } = parse(text) as WorkflowFile; // our own file
  const output = join(folder, '..', 'github-output');
  writeFileSync(output, '');
  const results: StepResult[] = [];
  for (const step of jobs.tests?.steps ?? []) {
    if (step.run === undefined || step.name === 'Install') continue;
    const told = expressions(readFileSync(output, 'utf8'), first, env.GITHUB_REPOSITORY);
    const own = Object.fromEntries(
      Object.entries({ ...shared, ...step.env }).map(([name, value]) => [name, told(value)]),
    );
    const result = await bash(told(step.run), folder, { ...own, ...env, GITHUB_OUTPUT: output });
    results.push({ name: step.name ?? '', ...result });
    if (result.code !== 0) break;
  }
  return results;
}

/** Fills in the expressions that the file uses; another one is an error, so that the file can't outgrow this. */
function expressions(
  outputs: string,
  first: boolean,
  repository: string | undefined,
): (text: string) => string {
  const values = new Map(
    outputs.split('\n').map((line) => line.split('=', 2) as [string, string | undefined]),
  );
  return (text) =>
    text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
      if (expression === "inputs.first && '--init' || ''") return first ? '--init' : '';
      if (expression === 'github.repository' && repository !== undefined) return repository;
      const output = /^steps\.tests\.outputs\.(\w+)$/.exec(expression)?.[1];
      const value = output === undefined ? undefined : values.get(output);
      if (value === undefined)
        throw new Error(`the workflow has an expression that is not known here: ${expression}`);
      return value;
    });
}

/** What the steps printed, for a test that fails. */
export function logOf(results: readonly StepResult[]): string {
  return results.map(({ name, code, output }) => `--- ${name}: ${code}\n${output}`).join('\n');
}
