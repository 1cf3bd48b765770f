import type { Counts, Coverage } from './counts.ts';

/**
 * Rates, derived from counts. Nothing here is ever stored.
 */

/**
 * `part` of `whole` in percent, or null when `whole` is 0: nothing out of nothing is no rate.
 */
function percent(part: number, whole: number): number | null {
  return whole > 0 ? (100 * part) / whole : null;
}

/**
 * Percent as text with `digits` decimals, by coverage.py's rule: rounding never shows 0 or 100 unless it is
 * exactly that, so 1736 of 1737 is 99.9 and 1 of 5000 is 0.1.
 */
export function percentText(value: number, digits = 1): string {
  const step = 10 ** -digits;
  if (value > 0 && value < step) return step.toFixed(digits);
  if (value < 100 && value > 100 - step) return (100 - step).toFixed(digits);
  return value.toFixed(digits);
}

/** A rate for readers: `92.2 %`, or `no figure` for nothing out of nothing. */
export function rateText(part: number, whole: number, digits = 1): string {
  const value = percent(part, whole);
  return value === null ? 'no figure' : `${percentText(value, digits)} %`;
}

/** Passing tests of all tests; skipped, errors and expected failures stay in the denominator. */
export function passRate(counts: Counts): number | null {
  return percent(counts.passing, counts.total);
}

/**
 * Coverage in percent: stated as it is, counts as coverage.py does it, lines and branches together.
 * Null when nothing was measurable.
 */
export function coveragePercent(coverage: Coverage | null): number | null {
  if (coverage === null) return null;
  if (coverage.kind === 'stated') return coverage.percent;
  const { lines, branches } = coverage;
  return percent(lines.covered + (branches?.covered ?? 0), lines.total + (branches?.total ?? 0));
}

/** Coverage for readers. A stated percentage keeps the digits that it was stated with. */
export function coverageText(coverage: Coverage | null): string {
  if (coverage?.kind === 'stated') return `${coverage.percent} %`;
  const value = coveragePercent(coverage);
  return value === null ? 'no figure' : `${percentText(value)} %`;
}
