/** Dates and numbers in words, the same in the build and in every browser: UTC, English, no locale data. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `18 Jan 2026`. */
export function dateText(time: number | string): string {
  const date = new Date(time);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/** `18 Jan`, for axes that name the year elsewhere. */
export const dayText = (time: number): string => dateText(time).replace(/ \d+$/, '');

/** `1 test`, `3 tests`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** `20–25`, or `14` where both ends are equal. */
export const rangeText = ([low, high]: readonly [number, number]): string =>
  low === high ? String(low) : `${low}–${high}`;

/** `a`, `a and b`, `a, b and c`. */
export function listText(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
