import { countResults, worse } from './counts.ts';
import { fail } from './errors.ts';
import { testKey } from './identity.ts';
import type { Limits } from './limits.ts';
import type {
  Collected,
  CollectedReport,
  CoverageReport,
  Outcome,
  ReportNote,
  RunFacts,
  TestReport,
  TestResult,
} from './model.ts';

/**
 * Put several reports together: the shards of one run, a matrix, or one run in two dialects. A test that is
 * in several of them is one test, with its worst outcome; where they disagree, a note says so.
 */
export function mergeReports(
  reports: readonly TestReport[],
  collected: readonly CollectedReport[],
  limits: Pick<Limits, 'tests'>,
): TestReport {
  const tests = new Map<string, TestResult>();
  const disagreements = new Map<string, Outcome[]>();
  for (const report of reports) {
    for (const test of report.tests) {
      const key = testKey(test.id);
      const known = tests.get(key);
      if (known && known.outcome !== test.outcome) {
        disagreements.set(key, [...(disagreements.get(key) ?? [known.outcome]), test.outcome]);
      }
      tests.set(key, known ? joined(known, test) : test);
      if (tests.size > limits.tests) fail({ kind: 'too-many-tests', limit: limits.tests });
    }
  }
  const all = [...tests.values()];
  return {
    dialects: [...new Set(reports.flatMap((report) => report.dialects))].sort(),
    counts: countResults(all),
    tests: all,
    suites: reports.flatMap((report) => report.suites),
    run: mergeFacts(reports, collected, tests),
    notes: [
      ...hiddenPasses(reports, collected),
      ...Array.from(disagreements, ([key, outcomes]): ReportNote => ({
        kind: 'disagree',
        id: key,
        outcomes,
      })),
    ],
  };
}

function joined(one: TestResult, other: TestResult): TestResult {
  const outcome = worse(one.outcome, other.outcome);
  // The spelling with a file is the better one; problems of the worse outcome say why it is worse.
  const named = one.file === undefined && other.file !== undefined ? other : one;
  return {
    ...named,
    outcome,
    flaky: outcome === 'passed' && (one.flaky || other.flaky),
    problems: one.problems.length > 0 ? one.problems : other.problems,
  };
}

function mergeFacts(
  reports: readonly TestReport[],
  collected: readonly CollectedReport[],
  tests: ReadonlyMap<string, TestResult>,
): RunFacts {
  const codes = [...reports.map((report) => report.run.exitCode), ...collected.map((file) => file.exitCode)];
  const known = codes.filter((code) => code !== undefined);
  const facts = {
    ...(known.length === 0 ? {} : { exitCode: known.includes(null) ? null : Math.max(...known.map(Number)) }),
  };
  if (collected.length === 0) {
    const number = collectedNumber(reports, tests);
    return number === undefined ? facts : { ...facts, collected: number };
  }
  const keys = new Set(collected.flatMap((file) => file.collected.map(testKey)));
  const left = collected.flatMap((file) => file.deselected.map(testKey));
  return {
    ...facts,
    collected: { kind: 'tests', keys },
    // What one shard leaves to another is not left out.
    deselected: new Set(left.filter((key) => !keys.has(key) && !tests.has(key))),
    arguments: collected.map((file) => [...file.arguments].sort()).sort(),
  };
}

/** The number that pytest-json-report gives, if such reports hold every test that there is. */
function collectedNumber(
  reports: readonly TestReport[],
  tests: ReadonlyMap<string, TestResult>,
): Collected | undefined {
  let count = 0;
  const covered = new Set<string>();
  for (const { run, tests: own } of reports) {
    if (run.collected?.kind !== 'number') continue;
    count += run.collected.count;
    for (const test of own) covered.add(testKey(test.id));
  }
  return count > 0 && covered.size === tests.size ? { kind: 'number', count } : undefined;
}

function hiddenPasses(
  reports: readonly TestReport[],
  collected: readonly CollectedReport[],
): readonly ReportNote[] {
  const seen = new Map<string, ReportNote>();
  for (const note of reports.flatMap((report) => report.notes)) {
    // Our plugin marks unexpected passes in JUnit files.
    if (note.kind !== 'xpass-hidden' || (note.dialect === 'junit' && collected.length > 0)) continue;
    seen.set(note.dialect, note);
  }
  return [...seen.values()];
}

/**
 * The one coverage report of a run. The same data as JSON and as Cobertura is fine; parts of a run are not,
 * since counts can't be added: two shards cover the same lines.
 *
 * @returns the report, or the index of one that doesn't go with the first.
 */
export function oneCoverage(reports: readonly CoverageReport[]): CoverageReport | number | null {
  const [first, ...others] = reports;
  if (!first) return null;
  const stranger = others.findIndex((other) => !sameCounts(first, other) || other.dialect === first.dialect);
  if (stranger >= 0) return stranger + 1;
  return reports.find((report) => report.dialect === 'coverage-json') ?? first;
}

function sameCounts(one: CoverageReport, other: CoverageReport): boolean {
  return (
    one.lines.covered === other.lines.covered &&
    one.lines.total === other.lines.total &&
    one.branches?.covered === other.branches?.covered &&
    one.branches?.total === other.branches?.total
  );
}
