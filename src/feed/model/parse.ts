import * as v from 'valibot';
import { RoadmapFeed, SCHEMA_VERSION } from './feed.ts';
import { type Broken, feedBroken, indexBroken, runBroken } from './invariants.ts';
import { itemKinds } from './items.ts';
import { RunFile, RunIndex } from './run.ts';

/** Why a document is not used. `where` is a path in it, or empty for the whole document. */
export interface Refusal {
  readonly code: 'not-json' | 'not-a-feed' | 'other-major' | 'shape' | 'figures';
  readonly where: string;
  /** One plain sentence. It may quote the document: render it as text. */
  readonly message: string;
  /** How many further problems there are. */
  readonly more: number;
}

/** A document that may be used as a whole, or a refusal. Nothing in between. */
export type Parsed<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'refused'; readonly refusal: Refusal };

const refuse = (code: Refusal['code'], where: string, message: string, more = 0): Parsed<never> => ({
  kind: 'refused',
  refusal: { code, where, message, more },
});

/** What is looked at before the shape is known. */
interface Loose {
  readonly schema?: unknown;
  readonly items?: unknown;
  readonly kind?: unknown;
  readonly _roadmap?: unknown;
}
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const [ourMajor, ourMinor] = SCHEMA_VERSION.split('.').map(Number) as [number, number];

/** Splits MAJOR.MINOR; `undefined` when it is not that. */
function version(value: unknown): { major: number; minor: number } | undefined {
  const match = typeof value === 'string' ? /^(\d{1,6})\.(\d{1,6})$/.exec(value) : null;
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : undefined;
}

/** Text of the document in a message: one line, cut. */
const quoted = (value: unknown): string => {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) as string | undefined);
  const flat = (shown ?? 'nothing').replace(/\s+/g, ' ');
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
};

function shapeOf<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  rules: (value: v.InferOutput<S>) => Broken[],
): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, input);
  if (!result.success) {
    const [issue] = result.issues;
    const where = v.getDotPath(issue) ?? '';
    return refuse(
      'shape',
      where,
      `${issue.message} (found: ${quoted(issue.input)})`,
      result.issues.length - 1,
    );
  }
  const broken = rules(result.output);
  const [first] = broken;
  if (first) return refuse('figures', first.path, first.message, broken.length - 1);
  return { kind: 'ok', value: result.output };
}

/** Leaves out items of kinds that only a newer minor version knows. */
function withoutUnknownItems(input: Loose): Loose {
  const { items } = input;
  if (!Array.isArray(items)) return input;
  const known: readonly unknown[] = itemKinds;
  const kept = items.filter((item: unknown) => {
    const detail = isObject(item) ? item._roadmap : undefined;
    return !(isObject(detail) && typeof detail.kind === 'string' && !known.includes(detail.kind));
  });
  return { ...input, items: kept };
}

/**
 * Checks a feed as a whole: version, shape, figures. Unknown keys are dropped, a newer minor version is
 * read as far as we know it, another major version is refused.
 */
export function parseFeed(input: unknown): Parsed<RoadmapFeed> {
  if (!isObject(input)) return refuse('not-a-feed', '', 'this is JSON, but not an object');
  const roadmap = input._roadmap;
  if (!isObject(roadmap)) return refuse('not-a-feed', '_roadmap', 'there is no roadmap in this document');
  const schema = version(roadmap.schema);
  if (schema === undefined) {
    return refuse('shape', '_roadmap.schema', `not MAJOR.MINOR (found: ${quoted(roadmap.schema)})`);
  }
  if (schema.major !== ourMajor) {
    const message = `the feed has version ${schema.major}.${schema.minor}, this page reads version ${ourMajor}`;
    return refuse('other-major', '_roadmap.schema', message);
  }
  const known = schema.minor > ourMinor ? withoutUnknownItems(input) : input;
  return shapeOf(RoadmapFeed, known, feedBroken);
}

/** Checks `/runs/<seq>.json` as a whole. */
export function parseRunFile(input: unknown): Parsed<RunFile> {
  return parseVersioned(RunFile, input, runBroken);
}

/** Checks `/runs/index.json` as a whole. */
export function parseRunIndex(input: unknown): Parsed<RunIndex> {
  return parseVersioned(RunIndex, input, indexBroken);
}

function parseVersioned<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  rules: (value: v.InferOutput<S>) => Broken[],
): Parsed<v.InferOutput<S>> {
  const found = isObject(input) ? version(input.schema) : undefined;
  if (found === undefined)
    return refuse('not-a-feed', 'schema', 'there is no schema version in this document');
  if (found.major !== ourMajor) {
    return refuse('other-major', 'schema', `version ${found.major}.${found.minor}, but we read ${ourMajor}`);
  }
  return shapeOf(schema, input, rules);
}

/** {@link parseFeed} and its like, from text. */
export function parseText<T>(text: string, parse: (input: unknown) => Parsed<T>): Parsed<T> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return refuse(
      'not-json',
      '',
      `not JSON: ${error instanceof Error ? quoted(error.message) : 'unreadable'}`,
    );
  }
  return parse(input);
}

/** A refusal as one sentence, such as `_roadmap.current.total: the outcomes add up to …`. */
export function refusalText({ where, message, more }: Refusal): string {
  const rest = more > 0 ? ` (and ${more} more)` : '';
  return `${where === '' ? '' : `${where}: `}${message}${rest}`;
}
