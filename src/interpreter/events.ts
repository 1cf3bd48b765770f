/**
 * What a run of pytest tells, event by event: the TypeScript side of `python/redgreen_runner/events.py`.
 *
 * In the browser these come out of the sandbox, where the reader's code can forge them. So each is
 * validated and capped here before anyone believes even its shape.
 */
import * as v from 'valibot';

/** Longest text accepted in one field, in UTF-16 code units; Python already cuts at 20,000. */
const LONGEST_TEXT = 45_000;
/** Longest piece of output accepted in one event. */
const LONGEST_OUTPUT = 400_000;

const name = v.pipe(v.string(), v.maxLength(2_000));
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const output = v.pipe(v.string(), v.maxLength(LONGEST_OUTPUT));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));

export const frameSchema = v.object({ file: name, line: count, function: name });

export const failureSchema = v.object({
  phase: v.picklist(['collect', 'setup', 'call', 'teardown']),
  /** Class name, with its module unless that is `builtins`: `TypeError`, `celery.exceptions.Retry`. */
  exceptionType: name,
  /** `str(exception)`. */
  message: text,
  /** Outermost first; files relative to the run's folder (`test_ner.py`) or a package root (`celery/app/task.py`). */
  frames: v.pipe(v.array(frameSchema), v.maxLength(200)),
  /** The report as pytest prints it. */
  text,
});

export const testSchema = v.object({
  kind: v.literal('test'),
  /** pytest's node id, or a file that could not be collected. */
  id: name,
  outcome: v.picklist(['passed', 'failed', 'error', 'skipped', 'xfailed', 'xpassed']),
  seconds,
  failures: v.pipe(v.array(failureSchema), v.maxLength(100)),
  reason: text,
});

const startedSchema = v.object({ kind: v.literal('started'), versions: v.record(name, name) });
const collectedSchema = v.object({
  kind: v.literal('collected'),
  count,
  ids: v.pipe(v.array(name), v.maxLength(2_000)),
});
const outputSchema = v.object({
  kind: v.literal('output'),
  /** `console` is pytest's own report. */
  stream: v.picklist(['stdout', 'stderr', 'console']),
  text: output,
  /** The test that printed it, or null outside of tests. */
  test: v.nullable(name),
});
/** The newest part of an output that is over its limit; it replaces the one before. */
const outputTailSchema = v.object({
  kind: v.literal('output-tail'),
  text: output,
  leftOutCharacters: count,
  leftOutLines: count,
});
const finishedSchema = v.object({
  kind: v.literal('finished'),
  /**
   * pytest's exit code: 0 passed, 1 failed, 2 interrupted or not collected, 3 internal, 4 usage, 5 no tests.
   * A run that can't be believed never has 0, but 3 and a note.
   */
  exitCode: v.pipe(v.number(), v.integer()),
  collected: count,
  /** Wall time of the run inside its interpreter. */
  seconds,
  /** What the reader was spared: time that the tests slept, and that passed at once. */
  skippedSeconds: seconds,
  warnings: v.pipe(v.array(v.object({ category: name, message: text, test: name })), v.maxLength(50)),
  /** Why this run can't be believed, as a sentence (pytest broke down, tests without outcome); else empty. */
  note: text,
});

export const runEventSchema = v.variant('kind', [
  startedSchema,
  collectedSchema,
  testSchema,
  outputSchema,
  outputTailSchema,
  finishedSchema,
]);

export type Frame = v.InferOutput<typeof frameSchema>;
export type Failure = v.InferOutput<typeof failureSchema>;
export type TestResult = v.InferOutput<typeof testSchema>;
export type TestOutcome = TestResult['outcome'];
export type FinishedEvent = v.InferOutput<typeof finishedSchema>;
export type RunEvent = v.InferOutput<typeof runEventSchema>;

/** Read one event from JSON text; undefined if it is not one of ours. */
export function parseRunEvent(json: string): RunEvent | undefined {
  try {
    const parsed = v.safeParse(runEventSchema, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
