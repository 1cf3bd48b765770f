/** What a check of the reader's test comes to; the page and verify judge by the same rules. */
import type { Failure, TestOutcome } from '../interpreter/events.ts';
import type { Verdict } from '../interpreter/result.ts';

export type Outcome =
  /** The file can't be read as Python; `line` counts from 1. */
  | { readonly kind: 'syntax-error'; readonly says: string; readonly line: number | undefined }
  | { readonly kind: 'no-test' }
  /** Green only because every test is skipped or expected to fail. */
  | { readonly kind: 'nothing-passed' }
  /** The run can't be believed; why, in a sentence. */
  | { readonly kind: 'unreliable'; readonly note: string }
  | { readonly kind: 'fails'; readonly failed: number; readonly total: number }
  /** Passes on the right app, and on these broken ones too. */
  | { readonly kind: 'misses'; readonly missed: readonly string[] }
  | { readonly kind: 'solved' };

/** What is needed of a run to judge it. */
export interface JudgedRun {
  readonly verdict: Verdict;
  readonly tests: readonly { readonly outcome: TestOutcome; readonly failures: readonly Failure[] }[];
  readonly note?: string;
}

const SYNTAX_ERRORS: readonly string[] = ['SyntaxError', 'IndentationError', 'TabError'];

/** What the run on the right app says; undefined if the test passes and the bugs may be tried. */
export function outcomeOnApp(run: JudgedRun): Outcome | undefined {
  if (run.note) return { kind: 'unreliable', note: run.note };
  const failures = run.tests.flatMap((test) => test.failures);
  const unreadable = failures.find(
    ({ phase, exceptionType }) => phase === 'collect' && SYNTAX_ERRORS.includes(exceptionType),
  );
  if (unreadable) return { kind: 'syntax-error', ...placeOf(unreadable.message) };
  if (run.verdict === 'none') return { kind: 'no-test' };
  if (run.verdict !== 'passed') {
    const failed = run.tests.filter(({ outcome }) => outcome === 'failed' || outcome === 'error').length;
    return failed > 0
      ? { kind: 'fails', failed, total: run.tests.length }
      : { kind: 'unreliable', note: 'pytest broke off without saying which test failed.' };
  }
  return run.tests.some(({ outcome }) => outcome === 'passed') ? undefined : { kind: 'nothing-passed' };
}

/** What the runs on the broken apps say; `missed` are those on which every test passed. */
export function outcomeOnMutants(missed: readonly string[]): Outcome {
  return missed.length > 0 ? { kind: 'misses', missed } : { kind: 'solved' };
}

/** Python ends such messages with "(test_ner.py, line 3)". */
function placeOf(message: string): { says: string; line: number | undefined } {
  const place = /^(.*?)\s*\([^()]*, line (\d+)\)$/s.exec(message);
  return place ? { says: place[1] ?? message, line: Number(place[2]) } : { says: message, line: undefined };
}
