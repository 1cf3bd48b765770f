/** `recorded.json`: what verify saw, kept so that a page has a verdict before (and without) a live run. */
import * as v from 'valibot';
import { failureSchema, testSchema } from '../interpreter/events.ts';

/** A recorded test: as it came, without its duration, which differs each time. */
const recordedTestSchema = v.object({
  id: testSchema.entries.id,
  outcome: testSchema.entries.outcome,
  failures: v.array(failureSchema),
  reason: v.string(),
});

export const recordedRunSchema = v.object({
  verdict: v.picklist(['passed', 'failed', 'error', 'none']),
  exitCode: v.number(),
  collected: v.number(),
  tests: v.array(recordedTestSchema),
  /** Why pytest gave up; left out where it did not. */
  note: v.exactOptional(v.string()),
  warnings: v.array(v.object({ category: v.string(), message: v.string(), test: v.string() })),
});

const recordedHostSchema = v.object({
  versions: v.record(v.string(), v.string()),
  variants: v.record(v.string(), recordedRunSchema),
});

/** For each mutant, each variant: was the bug noticed? */
export const matrixSchema = v.record(v.string(), v.record(v.string(), v.picklist(['caught', 'survived'])));

export const recordedSchema = v.object({
  pyodide: recordedHostSchema,
  cpython: recordedHostSchema,
  mutants: matrixSchema,
});

export type RecordedRun = v.InferOutput<typeof recordedRunSchema>;
export type RecordedTest = v.InferOutput<typeof recordedTestSchema>;
export type RecordedHost = v.InferOutput<typeof recordedHostSchema>;
export type MutantMatrix = v.InferOutput<typeof matrixSchema>;
export type Recorded = v.InferOutput<typeof recordedSchema>;
