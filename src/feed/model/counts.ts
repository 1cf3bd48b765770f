import * as v from 'valibot';
import { Count, field, Instant, Percent, Seq, words } from './primitives.ts';

/** Covered out of all, in lines or in branches. */
const Covered = v.pipe(
  v.object({ covered: Count, total: Count }),
  v.check(({ covered, total }) => covered <= total, 'more is covered than there is'),
);

/**
 * Code coverage. `counts` is measured by coverage.py; `stated` is a percentage that somebody wrote down.
 * The percentage of `counts` is derived ({@link coveragePercent} in derive.ts), never stored.
 */
export const Coverage = v.variant('kind', [
  v.object({
    kind: v.literal('counts'),
    lines: field(Covered, 'executed lines of all statements'),
    branches: field(
      v.nullable(Covered),
      'taken branches of all branches; null when branches were not measured',
    ),
    at: field(Instant, 'when it was measured; older than the run where a run brought no coverage'),
  }),
  v.object({ kind: v.literal('stated'), percent: Percent, at: Instant }),
]);

/**
 * Outcomes of one run, as raw counts. `passing + failing + errors + skipped + xfailed + xpassed = total`,
 * and `flaky` (passed after a failed attempt) is part of `passing`.
 */
export const countEntries = {
  passing: Count,
  failing: field(Count, 'failed in the test itself'),
  errors: field(Count, 'broke in set-up, tear-down or collection'),
  skipped: Count,
  xfailed: field(Count, 'failed as expected (pytest xfail)'),
  xpassed: field(Count, 'passed although expected to fail, not strict'),
  total: Count,
  flaky: field(Count, 'passed after a failed attempt; part of passing'),
};

/** See {@link countEntries}. */
export const Counts = v.object(countEntries);

/**
 * Is every collected test in the report? Only in a `whole` run may a missing test be called vanished.
 * - `whole`: as many results as pytest collected.
 * - `unknown`: nobody told how many were collected.
 * - `partial`: fewer results than were collected (`--maxfail`, a lost shard). A guard refuses these, so it
 *   is only found where the guard was overridden.
 */
export const Completeness = v.variant('kind', [
  v.object({ kind: v.literal('whole'), collected: Count }),
  v.object({ kind: v.literal('unknown') }),
  v.object({ kind: v.literal('partial'), collected: Count, reported: Count, reason: words(500) }),
]);

/**
 * Passing tests whose call phase runs no line of the application: they test their own mocks.
 * Known only where coverage came with contexts.
 */
export const Hollow = v.object({
  count: Count,
  ofPassing: field(Count, 'passing tests that contexts were recorded for'),
  at: Instant,
});

/** The state that the page shows first: counts with their origin. */
export const Current = v.object({
  kind: field(v.picklist(['stated', 'run']), 'from the plan, or measured by a run'),
  seq: field(Seq, 'publication that brought these counts'),
  at: field(Instant, 'when the run was made'),
  ...countEntries,
  coverage: v.nullable(Coverage),
  completeness: Completeness,
  hollow: v.nullable(Hollow),
});

export type Coverage = v.InferOutput<typeof Coverage>;
export type Counts = v.InferOutput<typeof Counts>;
export type Completeness = v.InferOutput<typeof Completeness>;
export type Hollow = v.InferOutput<typeof Hollow>;
export type Current = v.InferOutput<typeof Current>;
