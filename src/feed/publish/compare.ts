import type { ChangeCounts, ChangeEntry, ChangeKind, ChangeLists, TrackedTest } from '../model.ts';
import { changeKinds } from '../model.ts';
import { byId, isGreen, isRed, type KnownTest, type KnownTests } from './outcomes.ts';

/** What a comparison of two runs needs to know. */
export interface Comparison {
  readonly before: KnownTests;
  readonly now: KnownTests;
  /** Tests that failed once, by key, as they stood before this run. */
  readonly tracked: ReadonlyMap<string, TrackedTest>;
  /** New key by old key, for moved files. */
  readonly moves: ReadonlyMap<string, string>;
  /** The run has every test that pytest would find: what it does not have is gone. */
  readonly whole: boolean;
  /** Keys of tests that were left out on purpose this time. */
  readonly excused: ReadonlySet<string>;
}

/** One test, before and now, under its key of now. */
export interface Step {
  readonly key: string;
  readonly before: KnownTest | undefined;
  readonly now: KnownTest | undefined;
  readonly tracked: TrackedTest | undefined;
  readonly movedFrom: string | null;
  /** Missing, and that proves nothing. */
  readonly unreported: boolean;
}

/** Every test that either run or the ledger knows, once, moved ones put together. */
export function stepsOf(comparison: Comparison): Step[] {
  const { before, now, tracked, moves, whole, excused } = comparison;
  const origins = new Map(Array.from(moves, ([from, to]) => [to, from]));
  const keys = new Set([...before.keys(), ...now.keys(), ...tracked.keys()]);
  for (const from of moves.keys()) keys.delete(from);
  return Array.from(keys, (key): Step => {
    const from = origins.get(key);
    const old = from ?? key;
    const current = now.get(key);
    return {
      key,
      before: before.get(old),
      now: current,
      tracked: tracked.get(old),
      movedFrom: from === undefined ? null : (before.get(from)?.id ?? null),
      unreported: current === undefined && (!whole || excused.has(key)),
    };
  });
}

/** What became of a test. Undefined: nothing to tell. */
export function changeOf(step: Step): Exclude<ChangeKind, 'moved'> | undefined {
  const { before, now, tracked } = step;
  if (!now) return missing(step);
  if (isRed(now)) {
    if (!before && !tracked) return 'new';
    if (before && isRed(before)) return before.fingerprint === now.fingerprint ? 'stillFailing' : 'movedOn';
    // It went away failing and is back: nothing broke anew.
    if (!before && tracked && tracked.state !== 'fixed') return 'stillFailing';
    return 'newlyFailing';
  }
  if (tracked && isGreen(now) && tracked.state !== 'fixed') return 'fixed';
  if (tracked && !isGreen(now) && tracked.state !== 'setAside') return 'setAside';
  return before || tracked ? undefined : 'new';
}

function missing({ before, tracked, unreported }: Step): 'notReported' | 'vanished' | 'removed' | undefined {
  if (!before) return undefined;
  if (unreported) return 'notReported';
  // A test that passed in the end and was then deleted hides no failure.
  return tracked && tracked.state !== 'fixed' ? 'vanished' : 'removed';
}

/** The lists of a run file, sorted by name. */
export function changeLists(steps: readonly Step[]): ChangeLists {
  const lists = Object.fromEntries(changeKinds.map((kind) => [kind, [] as ChangeEntry[]])) as Record<
    ChangeKind,
    ChangeEntry[]
  >;
  for (const step of steps) {
    const kind = changeOf(step);
    const entry = entryOf(step);
    if (kind) lists[kind].push(entry);
    if (step.movedFrom !== null) lists.moved.push(entry);
  }
  for (const kind of changeKinds) lists[kind].sort(byId);
  return lists;
}

function entryOf({ key, before, now, tracked, movedFrom }: Step): ChangeEntry {
  const red = now && isRed(now) ? now : undefined;
  const last = red ?? tracked ?? before;
  return {
    id: now?.id ?? before?.id ?? tracked?.id ?? key,
    was: before?.outcome ?? null,
    now: now?.outcome ?? null,
    category: last?.category ?? null,
    pattern: last?.pattern ?? null,
    message: red?.message ?? null,
    previousMessage: before?.message ?? null,
    movedFrom,
  };
}

/** The counts that go with the lists. */
export function changeCounts(lists: ChangeLists, comparedWith: number | null): ChangeCounts {
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, lists[kind].length])) as Record<
    ChangeKind,
    number
  >;
  const newFailing = lists.new.filter(({ now }) => now === 'failed' || now === 'error').length;
  return { comparedWith, ...counts, newFailing };
}

/** No tests in any list, for the first run: there is nothing to compare it with. */
export const noLists = (): ChangeLists => changeLists([]);
