import { testKey } from '../../reports/identity.ts';
import { canonicalJson, type Completeness, type RunFile } from '../model.ts';
import type { RunInput } from './context.ts';
import { order } from './outcomes.ts';

/** Whether a run has every test, and if it should have and has not, why. */
export interface CompletenessFinding {
  readonly completeness: Completeness;
  /** Said by a guard: the run is known to be a part. */
  readonly objection: string | null;
}

/** How many missing tests a message names. */
const NAMED = 3;

/**
 * Is every test that pytest collected in the report? Told by our plugin (by name), by pytest-json-report or
 * by the command line (by number), and by the number of shards.
 */
export function completenessOf(
  { tests, testFiles }: RunInput,
  said: { readonly collected: number | null; readonly shards: number | null },
  lastRun: RunFile | null,
): CompletenessFinding {
  const reported = tests.tests.filter((test) => test.level === 'test');
  if (reported.length === 0) return partial(0, 0, 'there is no test in the report');
  if (said.shards !== null && testFiles < said.shards) {
    const collected = Math.max(reported.length, said.collected ?? 0);
    return partial(collected, reported.length, `${testFiles} of ${said.shards} shards are there`);
  }
  const { collected } = tests.run;
  if (collected?.kind === 'tests') {
    const have = new Set(reported.map((test) => testKey(test.id)));
    const missing = [...collected.keys].filter((key) => !have.has(key)).sort(order);
    if (missing.length > 0) {
      return partial(
        collected.keys.size,
        collected.keys.size - missing.length,
        `missing: ${listed(missing)}`,
      );
    }
  }
  const numbers = [
    ...(said.collected === null ? [] : [said.collected]),
    ...(collected?.kind === 'number' ? [collected.count] : []),
  ];
  for (const number of numbers) {
    if (reported.length < number) {
      return partial(number, reported.length, `${number - reported.length} tests have no result`);
    }
    if (reported.length > number) {
      return {
        completeness: { kind: 'unknown' },
        objection: `pytest is said to have collected ${number} tests, but the report has ${reported.length}: the number belongs to another run`,
      };
    }
  }
  if (numbers.length === 0 && !collected) return { completeness: { kind: 'unknown' }, objection: null };
  // Whole in itself, but perhaps of another part of the suite: then nothing follows from what is missing.
  if (otherArguments(tests.run.arguments, lastRun?.arguments)) {
    return { completeness: { kind: 'unknown' }, objection: null };
  }
  return { completeness: { kind: 'whole', collected: reported.length }, objection: null };
}

function otherArguments(
  now: readonly (readonly string[])[] | undefined,
  before: readonly (readonly string[])[] | undefined,
): boolean {
  if (!now || !before) return false;
  // Shards may be cut anew each time; what counts is what all of them were told together.
  const all = (lists: readonly (readonly string[])[]): string =>
    canonicalJson([...new Set(lists.flat())].sort(order));
  return all(now) !== all(before);
}

function partial(collected: number, reported: number, reason: string): CompletenessFinding {
  return {
    completeness: { kind: 'partial', collected, reported, reason },
    objection: `${reported} results of ${collected} collected tests (${reason})`,
  };
}

function listed(keys: readonly string[]): string {
  const named = keys.slice(0, NAMED).join(', ');
  const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
  return `${named}${more}`.slice(0, 400);
}
