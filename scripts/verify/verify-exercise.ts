/** Holds one exercise of the onboarding path in one host: what its own texts do when they are checked. */
import type { Exercise } from '../../src/exercises/exercise.ts';
import { exerciseFiles } from '../../src/exercises/exercise.ts';
import { outcomeOnApp, outcomeOnMutants, type Outcome } from '../../src/exercises/outcome.ts';
import type { AttemptClaim } from '../../src/exercises/schema.ts';
import { applyMutant, type Files } from '../../src/patterns/pattern.ts';
import type { RecordedRun } from '../../src/patterns/recorded.ts';
import { cachedRun } from './cache.ts';
import type { Host } from './host.ts';

export interface ExerciseReport {
  /** Texts that were checked. */
  readonly checks: number;
  /** Sentences about claims that do not hold. */
  readonly problems: readonly string[];
}

/**
 * The solution passes on the right app and on no broken one; the starter and every attempt do exactly what
 * is claimed of them. `count` hears of every run that was not cached.
 */
export async function verifyExercise(
  host: Host,
  exercise: Exercise,
  backend: Files,
  count: () => void,
): Promise<ExerciseReport> {
  const problems: string[] = [];
  const say = (name: string, problem: string): void => {
    problems.push(`${exercise.folder} ${name} in ${host.name}: ${problem}`);
  };
  const check = async (text: string): Promise<Checked> =>
    await checkText(host, exercise, { files: exerciseFiles(backend, exercise, text), count });

  const solution = await check(exercise.solution);
  if (solution.outcome.kind !== 'solved') say('solution', `must solve it, but it ${words(solution)}`);
  const attempts = [exercise.starter, ...exercise.attempts];
  for (const { name, text, claim } of attempts) {
    const problem = differenceFrom(claim, await check(text));
    if (problem !== undefined) say(name, problem);
  }
  return { checks: attempts.length + 1, problems };
}

interface Checked {
  readonly outcome: Outcome;
  readonly run: RecordedRun;
}

interface CheckJob {
  readonly files: Files;
  readonly count: () => void;
}

async function checkText(host: Host, exercise: Exercise, { files, count }: CheckJob): Promise<Checked> {
  const { run } = await cachedRun(host, { files, arguments: [] }, count);
  const early = outcomeOnApp(run);
  if (early) return { outcome: early, run };
  const missed: string[] = [];
  for (const mutant of exercise.mutants) {
    const job = { files: applyMutant(files, mutant), arguments: [] };
    const { run: onMutant } = await cachedRun(host, job, count);
    if (onMutant.verdict === 'passed') missed.push(mutant.name);
  }
  return { outcome: outcomeOnMutants(missed), run };
}

/** What is not as claimed, or undefined. */
export function differenceFrom(claim: AttemptClaim, checked: Checked): string | undefined {
  const { outcome } = checked;
  if (claim.outcome === 'misses') {
    const missed = outcome.kind === 'misses' ? [...outcome.missed].sort().join(', ') : undefined;
    const claimed = [...claim.misses].sort().join(', ');
    return missed === claimed ? undefined : `should miss ${claimed}, but it ${words(checked)}`;
  }
  const failure = checked.run.tests.flatMap((test) => test.failures)[0];
  const message = failure?.message.split('\n')[0];
  const asClaimed =
    outcome.kind === 'fails' && bare(failure?.exceptionType) === claim.exception && message === claim.message;
  if (!asClaimed) {
    return `should fail with ${claim.exception}: ${claim.message}, but it ${words(checked)}`;
  }
  const printed = withoutTrailingBlanks(failure?.text ?? '');
  return claim.report === undefined || printed.includes(withoutTrailingBlanks(claim.report))
    ? undefined
    : `should print\n${claim.report}\nbut it prints\n${printed}`;
}

/** An editor takes blanks at the end of a line away; pytest prints some. */
function withoutTrailingBlanks(text: string): string {
  return text.replace(/[ \t]+$/gm, '');
}

function words({ outcome, run }: Checked): string {
  if (outcome.kind === 'misses') return `misses ${outcome.missed.join(', ')}`;
  if (outcome.kind !== 'fails') return `ends as ${outcome.kind}`;
  const failure = run.tests.flatMap((test) => test.failures)[0];
  return `fails with ${bare(failure?.exceptionType) ?? 'nothing'}: ${failure?.message ?? ''}`;
}

/** pytest's own exceptions are known by their bare names, as pytest prints them. */
function bare(exceptionType: string | undefined): string | undefined {
  return exceptionType?.replace(/^(_pytest\.\w+|redgreen_runner\.\w+)\./, '');
}
