/** How results are put into words; the page and the copied review use the same. */
import type { TestOutcome } from '../../interpreter/events.ts';

/** What is needed of a result, live or recorded, to speak about it. */
export interface CountableRun {
  readonly tests: readonly { readonly outcome: TestOutcome }[];
}

const ORDER: readonly TestOutcome[] = ['failed', 'error', 'passed', 'skipped', 'xfailed', 'xpassed'];

/** "1 failed, 2 passed"; "no tests ran" where there are none. */
export function countWords(run: CountableRun): string {
  const parts = ORDER.flatMap((outcome) => {
    const count = run.tests.filter((test) => test.outcome === outcome).length;
    if (count === 0) return [];
    return [outcome === 'error' && count > 1 ? `${count} errors` : `${count} ${outcome}`];
  });
  return parts.length === 0 ? 'no tests ran' : parts.join(', ');
}

const SHOWN: readonly (readonly [string, string])[] = [
  ['python', 'Python'],
  ['pytest', 'pytest'],
  ['celery', 'Celery'],
];

/** "Python 3.14.2, pytest 9.2.0, Celery 5.7.0". */
export function versionWords(versions: Readonly<Record<string, string>>): string {
  return SHOWN.flatMap(([key, shown]) => {
    const version = versions[key];
    return version === undefined ? [] : [`${shown} ${version}`];
  }).join(', ');
}

/** "0.42 s"; two digits are enough, and never a false zero. */
export function secondsWords(seconds: number): string {
  return seconds > 0 && seconds < 0.01 ? 'under 0.01 s' : `${seconds.toFixed(2)} s`;
}

/** "3.1 of 9.0 MB". */
export function megabyteWords(loaded: number, total: number): string {
  return `${(loaded / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB`;
}
