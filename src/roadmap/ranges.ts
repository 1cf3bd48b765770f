import type { Range } from './stated.ts';

/** Sum of ranges, end by end. */
export const sum = (ranges: readonly Range[]): Range =>
  ranges.reduce<Range>(([low, high], range) => [low + range[0], high + range[1]], [0, 0]);

/** What is left of `whole` when `part` is done: never below nothing. */
export const left = (whole: number, [low, high]: Range): Range => [
  Math.max(0, whole - high),
  Math.max(0, whole - low),
];

export const same = (a: Range, b: Range): boolean => a[0] === b[0] && a[1] === b[1];

/** `20–25`, or `14` where both ends are equal. */
export const show = ([low, high]: Range): string => (low === high ? String(low) : `${low}–${high}`);

/** `9 + (10–12) + (3–5)`. */
export const showSum = (ranges: readonly Range[]): string =>
  ranges.map((range) => (range[0] === range[1] ? show(range) : `(${show(range)})`)).join(' + ');
