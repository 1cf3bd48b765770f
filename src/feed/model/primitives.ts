import * as v from 'valibot';

/**
 * The small parts that every document of the feed is made of.
 *
 * Each has a hard cap: a feed is text from strangers, and a reader must be able to refuse a hostile one
 * before it has cost memory or layout.
 */

/** A number of tests, lines or branches. */
export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000_000));

/** Publication number: 1 for the first feed, one more for each one after it, never reused. */
export const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000_000));

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** True for an RFC 3339 date and time that exists (no 30 February). */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text) || !Number.isFinite(Date.parse(text))) return false;
  // Date.parse moves 30 February on to March; the day must survive the round trip.
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** RFC 3339 date and time with a zone, such as `2026-01-18T09:30:00Z`. */
export const Instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(INSTANT, 'not an RFC 3339 date and time with a zone'),
  v.check(isInstant, 'a date that does not exist'),
);

/** Text of at most `max` UTF-16 units. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** Text that is not empty, of at most `max` UTF-16 units. */
export const words = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));

/** An address, absolute or relative to the feed. Whether it may become a link is the page's business. */
export const Address = words(2000);

/** A machine name of ours: a phase (`2A`), a category (`celery`), a guard (`total-dropped`). */
export const Slug = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, 'not a short name'));

/** Pattern code of the handbook, such as `CEL001`. Its page is `/p/CEL001/`. */
export const PatternCode = v.pipe(v.string(), v.regex(/^[A-Z]{3}\d{3}$/, 'not a pattern code'));

/** SHA-256 in lower-case hex. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256'));

/**
 * A test's name across runs: `<file>::<rest>`, as in a pytest node id with its parameters. Where a report
 * has no file (JUnit's xunit2), the dotted class path stands in the place of the file.
 * Only equality matters; nothing takes it apart but the first `::`.
 */
export const TestId = words(2000);

/** What the plan or a person gives as "20-25": both ends included, low end first. */
const range = (bound: typeof Count | v.GenericSchema<number>) =>
  v.pipe(
    v.strictTuple([bound, bound]),
    v.check(([low, high]) => low <= high, 'the low end is above the high end'),
  );

/** `[low, high]` in tests. */
export const CountRange = range(Count);

/** A percentage from 0 to 100. */
export const Percent = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100));

/** `[low, high]` in percent. */
export const PercentRange = range(Percent);

/** `[low, high]` in hours of work. */
export const HoursRange = range(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000)));

/** A list of at most `max` entries. */
export const list = <const S extends v.GenericSchema>(schema: S, max: number) =>
  v.pipe(v.array(schema), v.maxLength(max));

/** The value of `schema`, with a description for readers of the JSON Schema. */
export const field = <const S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));

export type CountRange = v.InferOutput<typeof CountRange>;
export type PercentRange = v.InferOutput<typeof PercentRange>;
export type HoursRange = v.InferOutput<typeof HoursRange>;
