/**
 * `npm run verify [-- CODE…] [--update]`: holds every example against its claim, in Pyodide and in CPython.
 * `--first` (of all examples) also writes down which library files a reader's browser fetches first.
 * A step of the onboarding path is named like a code: `npm run verify -- call-a-bound-task`.
 * `npm run verify -- --table` only prints what is recorded, as a table in Markdown.
 *
 * Exit codes: 0 all claims hold, 1 some do not, 2 it could not be tried.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Exercise } from '../src/exercises/exercise.ts';
import { loadExercises } from '../src/exercises/load.ts';
import { loadBackend, loadPatterns, PatternError } from '../src/patterns/load.ts';
import type { Pattern } from '../src/patterns/pattern.ts';
import type { MutantMatrix, Recorded } from '../src/patterns/recorded.ts';
import { signaturesOf, type PatternSignatures } from '../src/patterns/signatures.ts';
import { cpythonHost } from './verify/cpython-host.ts';
import type { Host } from './verify/host.ts';
import { pyodideHost } from './verify/pyodide-host.ts';
import { closingTable } from './verify/table.ts';
import { triageProblems } from './verify/triage-check.ts';
import { notFirst, writeFirstFiles } from './verify/reads.ts';
import { inParallel } from './verify/parallel.ts';
import { verifyExercise } from './verify/verify-exercise.ts';
import { verifyIn } from './verify/verify-pattern.ts';

interface Tally {
  held: number;
  runs: number;
  readonly problems: string[];
  readonly reads: string[];
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      update: { type: 'boolean' },
      first: { type: 'boolean' },
      table: { type: 'boolean' },
    },
  });
  const all = loadPatterns();
  const { patterns, exercises } = chosen(all, loadExercises(), positionals);
  if (values.table) {
    process.stdout.write(closingTable(patterns));
    return 0;
  }
  const signatures = signaturesOf(all);
  const hosts = { pyodide: await pyodideHost(), cpython: cpythonHost() };
  const tally: Tally = { held: 0, runs: 0, problems: [], reads: [] };
  const started = performance.now();
  try {
    await inParallel(patterns, 2, async (pattern) => {
      await verifyPattern(pattern, { hosts, signatures, update: values.update ?? false }, tally);
    });
    await inParallel(exercises, 2, async (exercise) => {
      await holdExercise(exercise, Object.values(hosts), tally);
    });
  } finally {
    await Promise.all([hosts.cpython.close(), hosts.pyodide.close()]);
  }
  if (values.first && positionals.length === 0) writeFirstFiles(tally.reads);
  else tally.problems.push(...lateReads(tally.reads));
  for (const problem of tally.problems) console.error(`✗ ${problem}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const what = `${patterns.length} pattern(s), ${exercises.length} exercise(s)`;
  console.log(`${what}, ${tally.runs} run(s) that were not cached, ${seconds} s`);
  console.log(`${tally.held} passed, ${tally.problems.length} failed`);
  return tally.problems.length === 0 ? 0 : 1;
}

interface Verification {
  readonly hosts: { readonly pyodide: Host; readonly cpython: Host };
  /** Of all patterns: a failure must be told apart from every other. */
  readonly signatures: readonly PatternSignatures[];
  readonly update: boolean;
}

async function verifyPattern(
  pattern: Pattern,
  { hosts, signatures, update }: Verification,
  tally: Tally,
): Promise<void> {
  const backend = loadBackend();
  const count = (): void => {
    tally.runs += 1;
  };
  const [pyodide, cpython] = await Promise.all([
    verifyIn(hosts.pyodide, pattern, backend, count),
    verifyIn(hosts.cpython, pattern, backend, count),
  ]);
  const recognised = [pyodide, cpython].map((report) => triageProblems(pattern, report.recorded, signatures));
  const problems = [...pyodide.problems, ...cpython.problems, ...new Set(recognised.flat())];
  problems.push(...matrixProblems(pattern, pyodide.matrix, cpython.matrix));
  const recorded = { pyodide: pyodide.recorded, cpython: cpython.recorded, mutants: pyodide.matrix };
  if (update) record(pattern, recorded);
  else problems.push(...staleness(pattern, recorded));
  tally.held += pyodide.checks + cpython.checks;
  tally.problems.push(...problems);
  tally.reads.push(...pyodide.reads);
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${pattern.code} ${pattern.slug}`);
}

/** A reader's first verdict comes before the whole archives do: what a run needs must be in their beginnings. */
function lateReads(reads: readonly string[]): string[] {
  return notFirst(reads).map(
    (read) => `${read} is read by an example, but fetched late; run \`npm run verify -- --first\``,
  );
}

/** Where a variant is green in both hosts, both must say the same of every mutant. */
function matrixProblems(pattern: Pattern, one: MutantMatrix, other: MutantMatrix): string[] {
  return Object.entries(one).flatMap(([mutant, row]) =>
    Object.entries(row).flatMap(([variant, result]) => {
      const there = other[mutant]?.[variant];
      return there === undefined || there === result
        ? []
        : [`${pattern.code} ${mutant}: ${variant} has it ${result} in Pyodide, ${there} in CPython`];
    }),
  );
}

/** The recorded run in Pyodide is what a page shows; another CPython on another machine words some things its own way. */
function staleness(pattern: Pattern, recorded: Recorded): string[] {
  const known = pattern.recorded;
  if (!known)
    return [`${pattern.code}: nothing is recorded yet; run \`npm run verify -- ${pattern.code} --update\``];
  const same =
    JSON.stringify(known.pyodide) === JSON.stringify(recorded.pyodide) &&
    JSON.stringify(known.mutants) === JSON.stringify(recorded.mutants);
  return same
    ? []
    : [
        `${pattern.code}: recorded.json is not what happens now; run \`npm run verify -- ${pattern.code} --update\``,
      ];
}

function record(pattern: Pattern, recorded: Recorded): void {
  const path = join('src/content/docs/patterns', pattern.topic, pattern.slug, 'recorded.json');
  writeFileSync(path, `${JSON.stringify(recorded, null, 1)}\n`);
}

async function holdExercise(exercise: Exercise, hosts: readonly Host[], tally: Tally): Promise<void> {
  const backend = loadBackend();
  const count = (): void => {
    tally.runs += 1;
  };
  const reports = await Promise.all(hosts.map((host) => verifyExercise(host, exercise, backend, count)));
  const problems = reports.flatMap((report) => report.problems);
  tally.held += reports.reduce((sum, { checks }) => sum + checks, 0);
  tally.problems.push(...problems);
  console.log(`${problems.length === 0 ? '✓' : '✗'} start/${exercise.id}`);
}

interface Chosen {
  readonly patterns: readonly Pattern[];
  readonly exercises: readonly Exercise[];
}

/** All of them, or those that are named. @throws PatternError for a name that there is not */
function chosen(
  patterns: readonly Pattern[],
  exercises: readonly Exercise[],
  names: readonly string[],
): Chosen {
  if (names.length === 0) return { patterns, exercises };
  const picked = {
    patterns: patterns.filter(({ code }) => names.includes(code)),
    exercises: exercises.filter(({ id }) => names.includes(id)),
  };
  const known = [...picked.patterns.map(({ code }) => code), ...picked.exercises.map(({ id }) => id)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new PatternError(`there is no pattern or exercise ${unknown}`);
  return picked;
}

try {
  process.exitCode = await main();
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
}
