/** Marks a place that {@link change} takes out. */
export const GONE = Symbol('gone');

/**
 * A deep copy of a JSON value in which the place named by `path` (dots, list positions as numbers) holds
 * `value`, or is left out for {@link GONE}. Throws when the path does not exist: a test that changes
 * nothing proves nothing.
 */
export function change(document: unknown, path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place: unknown = copy;
  for (const key of keys) place = objectAt(place, path)[key];
  const holder = objectAt(place, path);
  if (!Object.hasOwn(holder, last)) throw new Error(`there is no ${path}`);
  if (value !== GONE) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return copy;
}

function objectAt(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`there is no ${path}`);
  return value as Record<string, unknown>; // an object or a list: both take string keys here
}
