import * as v from 'valibot';
import { fail } from '../errors.ts';

/**
 * Check one part of a document and take what the schema names from it. Parts are checked one by one, so that
 * an error says which one it is (`results.tests[17].status`).
 */
export function shaped<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  where: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = (v.getDotPath(issue) ?? '').replace(/^(?=.)/, '.');
  fail({ kind: 'invalid', where: `${where}${path}`, reason: issue.message });
}

/** A JSON object, for looking at what a document is. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own property; a name such as `__proto__` finds nothing that is not in the document. */
export function property(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export const text = v.string();
export const optionalText = v.optional(v.nullable(v.string()));
/** Milliseconds or seconds; rounding and sign are not worth refusing a file for. */
export const optionalNumber = v.optional(v.nullable(v.number()));
