import * as v from 'valibot';
import { Coverage } from './counts.ts';
import { Tally } from './ledger.ts';
import {
  Count,
  CountRange,
  field,
  HoursRange,
  Instant,
  list,
  PatternCode,
  PercentRange,
  Seq,
  Slug,
  text,
  words,
} from './primitives.ts';

/** `deferred`: the plan leaves it out (2D). */
export const PhaseStatus = v.picklist(['planned', 'active', 'done', 'deferred']);

/** Why a phase has the status that it has. */
export const StatusBasis = v.variant('kind', [
  /** the plan says so */
  v.object({ kind: v.literal('stated') }),
  /** tests fixed since the baseline, against the added tests that the phases up to this one need */
  v.object({ kind: v.literal('evidence'), fixed: Count, needed: CountRange }),
  /** a person says so; evidence no longer moves the phase */
  v.object({ kind: v.literal('decision'), note: words(1000), by: v.nullable(words(200)) }),
]);

/** A phase that moved, kept in the item of the run or decision that moved it. */
export const PhaseChange = v.object({
  phase: Slug,
  from: PhaseStatus,
  to: PhaseStatus,
  basis: StatusBasis,
});

/** A phase of the plan: what it promised and what came of it. Ranges include both ends. */
export const Phase = v.object({
  id: field(Slug, 'as in the plan: 1, 2A, 2B, 2C, 2D'),
  title: words(200),
  status: PhaseStatus,
  basis: StatusBasis,
  updatedAt: Instant,
  effortHours: v.nullable(HoursRange),
  planned: v.object({
    added: field(v.nullable(CountRange), 'tests that the phase adds to the passing ones'),
    passing: field(v.nullable(CountRange), 'passing tests when it is done'),
    coverage: field(v.nullable(PercentRange), 'coverage in percent when it is done'),
  }),
  actual: field(
    v.nullable(
      v.object({
        kind: v.picklist(['stated', 'run']),
        seq: Seq,
        fixed: field(Count, 'tests fixed that are credited to this phase'),
        passing: Count,
        coverage: v.nullable(Coverage),
      }),
    ),
    'as last known while the phase is active, frozen when it is done; null before it starts',
  ),
});

/**
 * A category of failures. The category `other` takes those that triage has no category for, so that the
 * `open` counts of all categories add up to the failing and broken tests of the current run.
 */
export const Category = v.object({
  id: Slug,
  title: words(200),
  stated: field(
    v.nullable(v.object({ count: Count, as: v.picklist(['failing', 'errors']) })),
    'what the plan counts; null for `other`',
  ),
  phases: field(list(Slug, 20), 'phases that work on it'),
  patterns: field(list(PatternCode, 200), 'pattern pages whose failures belong to it'),
  paths: field(list(text(500), 50), 'parts of a test id that put it here whatever it fails with'),
  now: field(v.nullable(Tally), 'null before the first run'),
});

/** Failures by pattern; `code` null is "no match", which is a right answer. */
export const PatternTally = v.object({ code: v.nullable(PatternCode), tally: Tally });

export type PhaseStatus = v.InferOutput<typeof PhaseStatus>;
export type StatusBasis = v.InferOutput<typeof StatusBasis>;
export type PhaseChange = v.InferOutput<typeof PhaseChange>;
export type Phase = v.InferOutput<typeof Phase>;
export type Category = v.InferOutput<typeof Category>;
export type PatternTally = v.InferOutput<typeof PatternTally>;
