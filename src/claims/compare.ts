/** Holds a result against the claim of its variant, both ways: nothing claimed missing, nothing unclaimed. */
import type { Failure, TestResult } from '../interpreter/events.ts';
import type { RecordedRun } from '../patterns/recorded.ts';
import type { FailureClaim, OutcomeClaim, VariantFile } from '../patterns/schema.ts';

/** The exit code of a run in which pytest itself broke down. */
const BROKEN_DOWN = 3;

/** A result as far as a claim is concerned: live or recorded. */
export type ComparableRun = Pick<RecordedRun, 'exitCode' | 'note'> & {
  readonly tests: readonly Pick<TestResult, 'id' | 'outcome' | 'failures'>[];
};

export type Comparison =
  | { readonly kind: 'match' }
  /** Each difference is a sentence a reader can act on. */
  | { readonly kind: 'mismatch'; readonly differences: readonly string[] };

/** The claim that holds for a version of Python, "3.14.2". */
export function claimFor(variant: VariantFile, python: string): OutcomeClaim {
  return variant.differs.find((entry) => inRange(python, entry.python)) ?? variant;
}

/** Compare a finished run with a claim. */
export function compare(claim: OutcomeClaim, run: ComparableRun): Comparison {
  const differences = [
    ...(claim.expect === 'fails' ? failing(claim.failures ?? [], run) : passing(run)),
    ...breakdown(claim, run),
    ...exitCode(claim, run),
    ...counts(claim, run),
  ];
  return differences.length === 0 ? { kind: 'match' } : { kind: 'mismatch', differences };
}

function failing(claims: readonly FailureClaim[], run: ComparableRun): string[] {
  const claimed = new Set(claims.map((claim) => claim.test));
  const unclaimed = run.tests.filter((test) => isRed(test) && !claimed.has(test.id));
  return [
    ...claims.flatMap((claim) => oneFailure(claim, run)),
    ...unclaimed.map((test) => `${test.id} ${test.outcome}, which is not claimed: ${said(test.failures[0])}`),
  ];
}

function oneFailure(claim: FailureClaim, run: ComparableRun): string[] {
  const test = run.tests.find(({ id }) => id === claim.test);
  if (!test) return [`${claim.test} did not run`];
  if (!isRed(test)) return [`${claim.test} should fail with ${claim.exception}, but ${test.outcome}`];
  const fits = test.failures.some((failure) => matches(claim, failure));
  if (fits) return [];
  const wanted = claim.message ?? `/${claim.pattern ?? ''}/`;
  return [
    `${claim.test} should fail in ${claim.phase} with ${claim.exception}: ${wanted}; it said ${said(test.failures[0])}`,
  ];
}

function matches(claim: FailureClaim, failure: Failure): boolean {
  if (failure.exceptionType !== claim.exception || failure.phase !== claim.phase) return false;
  if (claim.pattern !== undefined) return new RegExp(claim.pattern, 'm').test(failure.message);
  const message = claim.message?.trim() ?? '';
  return message.includes('\n') ? failure.message.trim() === message : firstLine(failure.message) === message;
}

/** A run whose end says nothing of its tests; the plugin tells why in a note. */
function breakdown({ breaksDown }: OutcomeClaim, { note = '' }: ComparableRun): string[] {
  if (!breaksDown) return note === '' ? [] : [note];
  const wanted = `${breaksDown.exception}: ${breaksDown.message}`;
  if (note.includes(wanted)) return [];
  return [`pytest should break down with ${wanted}; ${note === '' ? 'it did not' : `it said: ${note}`}`];
}

function passing(run: ComparableRun): string[] {
  if (run.tests.length === 0) return ['no test ran'];
  return run.tests
    .filter(isRed)
    .map((test) => `${test.id} should pass, but ${test.outcome}: ${said(test.failures[0])}`);
}

function exitCode(claim: OutcomeClaim, run: ComparableRun): string[] {
  const wanted = claim.exitCode ?? (claim.breaksDown ? BROKEN_DOWN : claim.expect === 'fails' ? 1 : 0);
  return run.exitCode === wanted ? [] : [`pytest's exit code should be ${wanted}, but is ${run.exitCode}`];
}

function counts(claim: OutcomeClaim, run: ComparableRun): string[] {
  if (!claim.counts) return [];
  return Object.entries(claim.counts).flatMap(([outcome, wanted]) => {
    const seen = run.tests.filter((test) => test.outcome === outcome).length;
    return seen === wanted ? [] : [`${wanted} test(s) should be ${outcome}, but ${seen} are`];
  });
}

function isRed(test: ComparableRun['tests'][number]): boolean {
  return test.outcome === 'failed' || test.outcome === 'error';
}

function said(failure: Failure | undefined): string {
  return failure
    ? `${failure.exceptionType}: ${firstLine(failure.message)} (in ${failure.phase})`
    : 'nothing';
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}

function inRange(python: string, range: string): boolean {
  const wanted = Number(range.split('3.')[1]);
  const minor = Number(python.split('.')[1]);
  return range.startsWith('>=') ? minor >= wanted : minor < wanted;
}
