import { testKey } from '../../reports/identity.ts';
import type { TestReport, TestResult } from '../../reports/model.ts';
import type { Category, FileOutcomes, Outcome, RunFile } from '../model.ts';
import type { Triage } from './context.ts';
import { fingerprint, headline } from './fingerprint.ts';

/** What one run says about one test, as far as a later run is compared with it. */
export interface KnownTest {
  readonly id: string;
  readonly outcome: Outcome;
  /** the four of a failing or broken test; null for the others */
  readonly message: string | null;
  readonly fingerprint: string | null;
  readonly category: string | null;
  readonly pattern: string | null;
}

/** Tests by key (`testKey`): the same for a test whether or not its report named the file. */
export type KnownTests = ReadonlyMap<string, KnownTest>;

/** Failed or broke. */
export const isRed = ({ outcome }: KnownTest): boolean => outcome === 'failed' || outcome === 'error';

/** Passed; an unexpected pass is none, since nobody asserts it. */
export const isGreen = ({ outcome }: KnownTest): boolean => outcome === 'passed' || outcome === 'flaky';

/** The tests of a report, the failing ones with category and pattern. */
export function outcomesOf(
  report: TestReport,
  triage: Triage,
  categories: readonly Category[],
): Map<string, KnownTest> {
  return new Map(report.tests.map((test) => [testKey(test.id), known(test, triage, categories)]));
}

function known(test: TestResult, triage: Triage, categories: readonly Category[]): KnownTest {
  const outcome = test.flaky ? 'flaky' : test.outcome;
  if (outcome !== 'failed' && outcome !== 'error') return { id: test.id, outcome, ...nothing };
  const pattern = firstMatch(test, triage);
  return {
    id: test.id,
    outcome,
    message: headline(test.problems),
    fingerprint: fingerprint(test.problems),
    category: categoryOf(test.id, pattern, categories),
    pattern,
  };
}

const nothing = { message: null, fingerprint: null, category: null, pattern: null };

function firstMatch(test: TestResult, triage: Triage): string | null {
  for (const { message, details, phase } of test.problems) {
    const match = triage({ id: test.id, message, details, phase });
    if (match) return match.code;
  }
  return null;
}

/** The category that takes what no other one does. */
export const OTHER = 'other';

/** By path first (the plan puts legacy tests aside whatever they fail with), then by pattern. */
export function categoryOf(
  id: string,
  pattern: string | null,
  categories: readonly Category[],
): string | null {
  const key = `.${testKey(id)}`;
  const byPath = categories.find(({ paths }) =>
    paths.some((path) => path !== '' && key.includes(`.${path.replaceAll('/', '.')}`)),
  );
  const byPattern = categories.find(({ patterns }) => pattern !== null && patterns.includes(pattern));
  const rest = categories.find((category) => category.id === OTHER);
  return (byPath ?? byPattern ?? rest)?.id ?? null;
}

/** The last known outcome of each test: what the run reported, and what it carried along. */
export function knownFrom(run: RunFile | null): Map<string, KnownTest> {
  const tests = new Map<string, KnownTest>();
  for (const file of run ? [...run.files, ...run.carried] : []) {
    for (const test of testsOf(file)) tests.set(testKey(test.id), test);
  }
  return tests;
}

const plain = ['passed', 'flaky', 'skipped', 'xfailed', 'xpassed'] as const;
const red = ['failed', 'error'] as const;

function testsOf(file: FileOutcomes): KnownTest[] {
  return [
    ...plain.flatMap((outcome) =>
      (file[outcome] ?? []).map((name) => ({ id: `${file.file}::${name}`, outcome, ...nothing })),
    ),
    ...red.flatMap((outcome) =>
      (file[outcome] ?? []).map(({ name, ...rest }) => ({ id: `${file.file}::${name}`, outcome, ...rest })),
    ),
  ];
}

/** Tests as a run file has them: by file, everything sorted, so that the order of a run leaves no trace. */
export function byFile(tests: Iterable<KnownTest>): FileOutcomes[] {
  const files = new Map<string, { -readonly [Key in keyof FileOutcomes]: FileOutcomes[Key] }>();
  for (const test of [...tests].sort(byId)) {
    const end = test.id.indexOf('::');
    const name = test.id.slice(end + 2);
    const place = test.id.slice(0, end);
    const file = files.get(place) ?? { file: place };
    files.set(place, file);
    const { outcome, message, fingerprint: print, category, pattern } = test;
    if (outcome === 'failed' || outcome === 'error') {
      (file[outcome] ??= []).push({
        name,
        message: message ?? '',
        fingerprint: print ?? '-',
        category,
        pattern,
      });
    } else (file[outcome] ??= []).push(name);
  }
  return [...files.values()].sort((a, b) => order(a.file, b.file));
}

/** Sorts by code units, the same on every machine and in every language. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorts what has an id. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => order(a.id, b.id);
