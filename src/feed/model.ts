/**
 * The feed: what the team's CI publishes and the roadmap page follows.
 *
 * Three documents, all JSON, all raw counts (rates are derived on reading, see `model/derive.ts`):
 *
 * - `/feed.json`, {@link RoadmapFeed}: a JSON Feed 1.1. Its items tell what happened (`stated` by the plan,
 *   a `run`, a `decision` of a person); its `_roadmap` extension is the current state: counts, phases,
 *   categories, the ledger of failing tests, the newest points of the history.
 * - `/runs/<seq>.json`, {@link RunFile}: one run with every test's outcome, never changed once written.
 * - `/runs/index.json`, {@link RunIndex}: all runs, chained by hash.
 *
 * What the model holds on to, because totals alone are easily fooled:
 *
 * - A test is followed by its id. The {@link Ledger} puts every test that failed since the baseline run into
 *   exactly one state; only `fixed` is progress. `vanished` tests stay counted until somebody retires them
 *   with a reason. `setAside` (skipped, xfailed) is neither.
 * - A missing test is `vanished` only in a run known to be `whole` ({@link Completeness}); else `notReported`.
 * - The baseline is the first item of kind `run`. What the plan states is never one.
 * - Coverage and hollow tests keep the date on which they were measured.
 * - A guard that was overridden leaves its message and the reason.
 *
 * A document is used as a whole or refused as a whole: {@link parseFeed}, {@link parseRunFile},
 * {@link parseRunIndex} check version, shape and figures (`model/invariants.ts`). Nothing here touches the DOM
 * or Node; the page, the publisher, the command line and the site's build share it.
 */
export * from './model/badges.ts';
export * from './model/canonical.ts';
export * from './model/changes.ts';
export * from './model/counts.ts';
export * from './model/derive.ts';
export * from './model/feed.ts';
export * from './model/invariants.ts';
export * from './model/items.ts';
export * from './model/ledger.ts';
export * from './model/parse.ts';
export * from './model/phases.ts';
export * from './model/primitives.ts';
export * from './model/progress.ts';
export * from './model/run.ts';
export * from './model/source.ts';
