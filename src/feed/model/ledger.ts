import * as v from 'valibot';
import { Count, field, Instant, list, PatternCode, Seq, Slug, TestId, words } from './primitives.ts';

/**
 * Where a test that failed once stands now.
 * - `open`: fails in the current run.
 * - `fixed`: passes under the same id, or in a moved file. The only state that counts as progress.
 * - `setAside`: skipped or xfailed.
 * - `vanished`: gone from a whole run, and nobody has said why. Still counted against the plan.
 * - `retired`: gone, and a person has said why.
 * - `notReported`: missing in a run that is not known to be whole.
 */
export const trackedStates = ['open', 'fixed', 'setAside', 'vanished', 'retired', 'notReported'] as const;
export type TrackedState = (typeof trackedStates)[number];

/** Tests that failed once, by where they stand now. `tracked` is the sum of the others. */
export const Tally = v.pipe(
  v.object({
    tracked: Count,
    open: Count,
    fixed: Count,
    setAside: Count,
    vanished: Count,
    retired: Count,
    notReported: Count,
  }),
  v.check(
    (t) => t.tracked === t.open + t.fixed + t.setAside + t.vanished + t.retired + t.notReported,
    'the states do not add up to the tracked tests',
  ),
);

/**
 * Every test that failed since the baseline, each in exactly one state. `baseline` holds the tests that
 * failed in the baseline run: progress against the plan is its `fixed`. `later` holds those that failed
 * first in a later run, so that breaking a test and mending it is no progress.
 */
export const Ledger = v.object({
  baseline: field(Tally, 'tests that failed in the baseline run'),
  later: field(Tally, 'tests that failed first in a later run'),
  baselineSeq: field(Seq, 'the first run of kind run'),
  baselineAt: Instant,
});

/** A test that vanished while failing, by name. */
export const VanishedTest = v.object({
  id: TestId,
  category: v.nullable(Slug),
  pattern: v.nullable(PatternCode),
  sinceSeq: field(Seq, 'the run that no longer had it'),
  since: Instant,
});

/** A vanished test that a person has accounted for. */
export const RetiredTest = v.object({
  id: TestId,
  reason: words(1000),
  by: v.nullable(words(200)),
  seq: field(Seq, 'the decision'),
  at: Instant,
});

/** One test of the ledger; run files carry all of them, so that the next publish can go on from there. */
export const TrackedTest = v.object({
  id: TestId,
  origin: v.picklist(['baseline', 'later']),
  state: v.picklist(trackedStates),
  sinceSeq: field(Seq, 'publication that put it into this state'),
  category: v.nullable(Slug),
  pattern: v.nullable(PatternCode),
});

/** Vanished tests of a feed: the count is whole, the list may be cut (the run file has all). */
export const Vanished = v.object({ count: Count, tests: list(VanishedTest, 500) });

export type Tally = v.InferOutput<typeof Tally>;
export type Ledger = v.InferOutput<typeof Ledger>;
export type VanishedTest = v.InferOutput<typeof VanishedTest>;
export type RetiredTest = v.InferOutput<typeof RetiredTest>;
export type TrackedTest = v.InferOutput<typeof TrackedTest>;

/** A tally of nothing. */
export const emptyTally = (): Tally => ({
  tracked: 0,
  open: 0,
  fixed: 0,
  setAside: 0,
  vanished: 0,
  retired: 0,
  notReported: 0,
});
