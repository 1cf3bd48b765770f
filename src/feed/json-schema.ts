import type * as v from 'valibot';
import { RoadmapFeed, RunFile, RunIndex } from './model.ts';

/** A JSON Schema (draft 7), or a part of one. */
export type JsonSchema = Record<string, unknown>;

/** The parts of a valibot schema or action that are read here; what they mean depends on `type`. */
interface Part {
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly entries?: Readonly<Record<string, Part>>;
  readonly wrapped?: Part;
  readonly item?: Part;
  readonly items?: readonly Part[];
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly requirement?: unknown;
  readonly description?: string;
}

/**
 * JSON Schema of the feed's documents, made from the valibot schemas that check them. It says what the
 * shapes are. The sums (counts that add up, a history that only goes forwards) are beyond JSON Schema;
 * `redgreen feed verify` checks them.
 */
export function feedJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Roadmap feed',
    description: 'JSON Feed 1.1 with the _roadmap extension. Counts are stored, rates are derived.',
    ...toJsonSchema(RoadmapFeed),
    definitions: { run: toJsonSchema(RunFile), index: toJsonSchema(RunIndex) },
  };
}

/** Turns a valibot schema of the kinds used in the model into JSON Schema. Throws for any other kind. */
export function toJsonSchema(schema: v.GenericSchema): JsonSchema {
  // A schema's own type hides its parts; they are public fields of the objects that valibot makes.
  return convert(schema);
}

function convert(part: Part): JsonSchema {
  const [base, ...actions] = part.pipe ?? [part];
  if (base === undefined) throw new Error('an empty pipe');
  const schema: JsonSchema = base === part ? shape(base) : convert(base);
  for (const action of actions) Object.assign(schema, constraint(action, base.type === 'array'));
  return schema;
}

function shape(part: Part): JsonSchema {
  switch (part.type) {
    case 'string':
    case 'number':
      return { type: part.type };
    case 'literal':
      return { const: part.literal };
    case 'picklist':
      return { enum: part.options };
    case 'nullable':
      return { anyOf: [convert(wrapped(part)), { type: 'null' }] };
    case 'exact_optional':
      return convert(wrapped(part));
    case 'array':
      return { type: 'array', items: part.item === undefined ? {} : convert(part.item) };
    case 'strict_tuple': {
      const items = part.items ?? [];
      const size = items.length;
      return {
        type: 'array',
        items: items.map(convert),
        additionalItems: false,
        minItems: size,
        maxItems: size,
      };
    }
    case 'variant':
      return { oneOf: (part.options ?? []).map((option) => convert(option as Part)) };
    case 'object':
      return object(part.entries ?? {});
    default:
      throw new Error(`no JSON Schema for valibot's ${part.type}`);
  }
}

function wrapped(part: Part): Part {
  if (part.wrapped === undefined) throw new Error(`${part.type} without what it wraps`);
  return part.wrapped;
}

function object(entries: Readonly<Record<string, Part>>): JsonSchema {
  const required = Object.entries(entries).flatMap(([key, entry]) =>
    entry.type === 'exact_optional' ? [] : [key],
  );
  const properties = Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, convert(entry)]));
  return { type: 'object', required, properties };
}

function constraint(action: Part, ofList: boolean): JsonSchema {
  switch (action.type) {
    case 'description':
      return { description: action.description };
    case 'safe_integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: action.requirement };
    case 'max_value':
      return { maximum: action.requirement };
    case 'min_length':
      return { [ofList ? 'minItems' : 'minLength']: action.requirement };
    case 'max_length':
      return { [ofList ? 'maxItems' : 'maxLength']: action.requirement };
    case 'regex':
      return { pattern: action.requirement instanceof RegExp ? action.requirement.source : undefined };
    case 'finite':
    case 'check':
      return {};
    default:
      throw new Error(`no JSON Schema for valibot's ${action.type}`);
  }
}
