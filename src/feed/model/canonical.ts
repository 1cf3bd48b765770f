/**
 * JSON with sorted keys and two spaces, ending in a newline: the same value gives the same bytes, so that
 * nothing changed means no write, and an ETag stays.
 *
 * Keys whose value is `undefined` are left out. Throws a TypeError for a number that JSON can't hold.
 */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`JSON has no ${String(value)}`);
  }
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, entry]) => [key, sorted(entry)] as const);
  return Object.fromEntries(entries);
}
