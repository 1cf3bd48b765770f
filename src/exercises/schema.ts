/**
 * What `exercise.yaml` may say: the task of one step of the onboarding path, the bugs that the reader's
 * test must notice, and what the texts that ship with it do. Verify holds every claim.
 */
import * as v from 'valibot';
import { bugEntries } from '../patterns/schema.ts';

const line = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

/** What one text does when it is checked as a reader's test would be. */
const claimSchema = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('fails'),
    /** The exception's class, with its module unless built in. */
    exception: line,
    /** First line of the message, word for word. */
    message: line,
    /** What pytest prints of it, if the page shows that. */
    report: v.optional(line),
  }),
  v.strictObject({
    outcome: v.literal('misses'),
    /** The mutants that it does not notice: all of them, no other. */
    misses: v.pipe(v.array(line), v.nonEmpty('names at least one mutant')),
  }),
]);

const mutantSchema = v.strictObject({
  ...bugEntries,
  /** What to look at, for a reader whose test does not notice it; no code to copy. */
  advice: line,
});

export const exerciseSchema = v.strictObject({
  /** Minutes that the step takes a newcomer, reading included. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  /** What to do, in one or two sentences. `code` may stand in backticks, here and in bugs, advice and hints. */
  task: line,
  /** Files of the sample backend that the page shows: the code under test. */
  app: v.pipe(v.array(line), v.nonEmpty('names at least one file')),
  /** What the text in `starter/` does: it must not be good enough. */
  starter: claimSchema,
  /** Other tests that a reader may well write, one folder `attempt-<name>/` each. */
  attempts: v.optional(v.record(v.pipe(v.string(), v.startsWith('attempt-')), claimSchema), {}),
  mutants: v.pipe(v.array(mutantSchema), v.minLength(2, 'needs two bugs or more')),
  /** One after the other, from a nudge to nearly the answer. */
  hints: v.pipe(v.array(line), v.minLength(2, 'needs two hints or more')),
});

export type ExerciseFile = v.InferOutput<typeof exerciseSchema>;
export type ExerciseMutant = v.InferOutput<typeof mutantSchema>;
export type AttemptClaim = v.InferOutput<typeof claimSchema>;
