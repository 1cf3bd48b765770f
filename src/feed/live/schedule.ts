/** When to ask for the feed again. Milliseconds throughout. */

/** Between two checks while the page is seen. */
export const INTERVAL = 5 * 60_000;
/** The most that failures lengthen it to. */
const LONGEST = 60 * 60_000;
/** Coming back to the page asks at once, but not more often than this. */
const THROTTLE = 5_000;

/**
 * The wait before the next check: the interval, give or take a fifth so that many readers don't ask at
 * once, twice as long after each failure, at most an hour (or the interval, where that is longer).
 *
 * @param failures checks that failed in a row
 * @param random from 0 to 1
 */
export function nextWait(interval: number, failures: number, random: number): number {
  const backedOff = Math.min(interval * 2 ** Math.min(failures, 20), Math.max(LONGEST, interval));
  return Math.round(backedOff * (0.8 + 0.4 * random));
}

/** True when coming back to the page (seen again, online, focus) may ask at once. */
export const mayAsk = (now: number, lastAsked: number | null): boolean =>
  lastAsked === null || now - lastAsked >= THROTTLE;
