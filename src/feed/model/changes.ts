import * as v from 'valibot';
import { Count, field, list, PatternCode, Seq, Slug, TestId, text, words } from './primitives.ts';

/** What pytest says of one test, worst attempt aside: `flaky` passed after a failed attempt. */
export const Outcome = v.picklist(['passed', 'flaky', 'failed', 'error', 'skipped', 'xfailed', 'xpassed']);

/**
 * How the tests moved between the run before and this one. A test is in one list only, except that `moved`
 * is beside the others.
 *
 * The comparison is with the last known outcome of each test. In a run that is not known to be whole, a
 * missing test is `notReported`, whatever it was before.
 */
export const changeKinds = [
  /** failed or broke, now passes (flaky counts) under the same id or in a moved file */
  'fixed',
  /** fails as before, with the same message */
  'stillFailing',
  /** fails as before, but with another message: the first cause is gone, the test is not green */
  'movedOn',
  /** was known and not failing, now fails */
  'newlyFailing',
  /** failed or broke, is now skipped or xfailed: neither fixed nor gone */
  'setAside',
  /** failed or broke, and a whole run no longer has it: deleted, renamed, no longer collected */
  'vanished',
  /** not known before, with any outcome */
  'new',
  /** was not failing, and a whole run no longer has it */
  'removed',
  /** missing in a run that is not known to be whole */
  'notReported',
  /** the same class and name in another file; its outcome is compared through the move */
  'moved',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** How many tests each list of {@link ChangeLists} has; `newFailing` is part of `new`. */
export const ChangeCounts = v.pipe(
  v.object({
    comparedWith: field(v.nullable(Seq), 'the run compared with; null for the first run'),
    fixed: Count,
    stillFailing: Count,
    movedOn: Count,
    newlyFailing: Count,
    setAside: Count,
    vanished: Count,
    new: Count,
    newFailing: Count,
    removed: Count,
    notReported: Count,
    moved: Count,
  }),
  v.check((counts) => counts.newFailing <= counts.new, 'more new failing tests than new tests'),
);

/** One test in a list of changes. */
export const ChangeEntry = v.object({
  id: TestId,
  was: field(v.nullable(Outcome), 'last known outcome; null for a new test'),
  now: field(v.nullable(Outcome), 'outcome in this run; null when it is not in it'),
  category: field(v.nullable(Slug), 'category of the failure, of the last one where it no longer fails'),
  pattern: field(v.nullable(PatternCode), 'pattern page that fixes it; null when triage had no match'),
  message: field(v.nullable(text(1000)), 'first line of the failure now'),
  previousMessage: field(v.nullable(text(1000)), 'first line of the failure before'),
  movedFrom: field(v.nullable(TestId), 'id before the file was moved'),
});

const entries = list(ChangeEntry, 200_000);

/** The tests behind {@link ChangeCounts}, by name. Run files have them; the feed has the counts. */
export const ChangeLists = v.object({
  fixed: entries,
  stillFailing: entries,
  movedOn: entries,
  newlyFailing: entries,
  setAside: entries,
  vanished: entries,
  new: entries,
  removed: entries,
  notReported: entries,
  moved: entries,
});

/** Guards of the publisher. A later version may know more, so the schema takes any short name. */
export const guardNames = [
  'unreadable-feed',
  'older-run',
  'incomplete',
  'total-dropped',
  'mostly-failing',
  'collection-error',
  'exit-code',
  'coverage-definition',
] as const;
export type GuardName = (typeof guardNames)[number];

/** A guard said no, a person said yes, and why. */
export const GuardOverride = v.object({
  guard: Slug,
  message: field(words(1000), 'what the guard said'),
  reason: field(words(1000), 'why it was overridden'),
  by: v.nullable(words(200)),
});

export type Outcome = v.InferOutput<typeof Outcome>;
export type ChangeCounts = v.InferOutput<typeof ChangeCounts>;
export type ChangeEntry = v.InferOutput<typeof ChangeEntry>;
export type ChangeLists = v.InferOutput<typeof ChangeLists>;
export type GuardOverride = v.InferOutput<typeof GuardOverride>;
