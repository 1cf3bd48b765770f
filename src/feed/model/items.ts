import * as v from 'valibot';
import { ChangeCounts, GuardOverride } from './changes.ts';
import { Completeness, Counts, Coverage, Hollow } from './counts.ts';
import { PhaseChange } from './phases.ts';
import { Address, field, Instant, list, Seq, Sha256, TestId, text, words } from './primitives.ts';
import { Source } from './source.ts';

/** Figures that the plan states. Never a baseline: nobody measured them here. */
const StatedDetail = v.object({
  kind: v.literal('stated'),
  seq: Seq,
  counts: Counts,
  coverage: v.nullable(Coverage),
});

/** A published run. Its tests are in the run file. */
export const RunDetail = v.object({
  kind: v.literal('run'),
  seq: Seq,
  source: Source,
  counts: Counts,
  coverage: v.nullable(Coverage),
  completeness: Completeness,
  changes: ChangeCounts,
  hollow: v.nullable(Hollow),
  phaseChanges: field(list(PhaseChange, 50), 'phases that this run moved, by evidence'),
  overrides: field(list(GuardOverride, 20), 'guards that were overridden to publish it'),
  run: v.object({ url: Address, sha256: Sha256 }),
});

/** What a person decided: a phase's status, or why vanished tests are gone. */
export const Decision = v.variant('kind', [
  v.object({ kind: v.literal('phase'), change: PhaseChange }),
  v.object({ kind: v.literal('retire'), tests: list(TestId, 5000), reason: words(1000) }),
]);

/** See {@link Decision}. */
const DecisionDetail = v.object({
  kind: v.literal('decision'),
  seq: Seq,
  by: v.nullable(words(200)),
  decision: Decision,
});

/** What an item is about; discriminated by `kind`. */
const ItemDetail = v.variant('kind', [StatedDetail, RunDetail, DecisionDetail]);
/** The kinds that this version knows. Items of other kinds in a newer minor version are left out. */
export const itemKinds = ['stated', 'run', 'decision'] as const;

/** One entry of the feed, a JSON Feed 1.1 item: readers show title and text, ours the detail. */
export const Item = v.object({
  id: field(words(500), 'unique for ever'),
  url: v.exactOptional(Address),
  title: words(300),
  content_text: text(20_000),
  date_published: Instant,
  tags: v.exactOptional(list(words(100), 20)),
  _roadmap: ItemDetail,
});

export type StatedDetail = v.InferOutput<typeof StatedDetail>;
export type RunDetail = v.InferOutput<typeof RunDetail>;
export type DecisionDetail = v.InferOutput<typeof DecisionDetail>;
export type ItemDetail = v.InferOutput<typeof ItemDetail>;
export type Decision = v.InferOutput<typeof Decision>;
export type Item = v.InferOutput<typeof Item>;
