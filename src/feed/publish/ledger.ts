import { testKey } from '../../reports/identity.ts';
import {
  emptyTally,
  type Category,
  type Ledger,
  type PatternTally,
  type RetiredTest,
  type RunFile,
  type Tally,
  type TrackedState,
  type TrackedTest,
  type VanishedTest,
} from '../model.ts';
import type { Step } from './compare.ts';
import { byId, isGreen, isRed, OTHER, order } from './outcomes.ts';

/** Every test that failed since the baseline, by key, with decisions made since the last run. */
export function trackedFrom(run: RunFile | null, retired: readonly RetiredTest[]): Map<string, TrackedTest> {
  const decisions = new Map(retired.map((entry) => [testKey(entry.id), entry]));
  return new Map(
    (run?.tracked ?? []).map((test) => {
      const key = testKey(test.id);
      const decision = test.state === 'vanished' ? decisions.get(key) : undefined;
      return [key, decision ? { ...test, state: 'retired', sinceSeq: decision.seq } : test];
    }),
  );
}

/** Move the ledger on by one run. Sorted by name. */
export function trackedAfter(steps: readonly Step[], seq: number, isBaseline: boolean): TrackedTest[] {
  return steps.flatMap((step) => trackedStep(step, seq, isBaseline) ?? []).sort(byId);
}

function trackedStep(step: Step, seq: number, isBaseline: boolean): TrackedTest | undefined {
  const { now, tracked } = step;
  const red = now && isRed(now) ? now : undefined;
  if (!tracked && !red) return undefined;
  const state = stateOf(step);
  return {
    id: now?.id ?? tracked?.id ?? step.key,
    origin: tracked?.origin ?? (isBaseline ? 'baseline' : 'later'),
    state,
    sinceSeq: tracked?.state === state ? tracked.sinceSeq : seq,
    category: (red ?? tracked)?.category ?? null,
    pattern: (red ?? tracked)?.pattern ?? null,
  };
}

function stateOf({ now, tracked, unreported }: Step): TrackedState {
  if (now) return isRed(now) ? 'open' : isGreen(now) ? 'fixed' : 'setAside';
  const before = tracked?.state ?? 'open';
  // What passed stays as last known, and what was gone stays gone; an open failure that nobody saw is neither.
  if (unreported) return before === 'open' ? 'notReported' : before;
  return before === 'open' || before === 'setAside' || before === 'notReported' ? 'vanished' : before;
}

/** Count tests by their state. */
export function tallyOf(tests: Iterable<TrackedTest>): Tally {
  const tally = emptyTally();
  for (const { state } of tests) {
    tally.tracked += 1;
    tally[state] += 1;
  }
  return tally;
}

/** The parts of the feed's state that are counted from the ledger. */
export interface LedgerFigures {
  readonly ledger: Ledger;
  readonly vanished: { readonly count: number; readonly tests: VanishedTest[] };
  readonly categories: Category[];
  readonly patterns: PatternTally[];
}

/** The feed lists so many vanished tests by name; the run file has all. */
const LISTED = 500;

/** Count everything from the ledger anew. */
export function ledgerFigures(
  tracked: readonly TrackedTest[],
  categories: readonly Category[],
  baseline: { readonly seq: number; readonly at: string },
  times: ReadonlyMap<number, string>,
): LedgerFigures {
  const gone = tracked.filter((test) => test.state === 'vanished');
  const codes = [...new Set(tracked.map((test) => test.pattern))].sort((a, b) => order(a ?? '~', b ?? '~'));
  const known = new Set(categories.map((category) => category.id));
  const home = (test: TrackedTest): string =>
    test.category !== null && known.has(test.category) ? test.category : OTHER;
  return {
    ledger: {
      baseline: tallyOf(tracked.filter((test) => test.origin === 'baseline')),
      later: tallyOf(tracked.filter((test) => test.origin === 'later')),
      baselineSeq: baseline.seq,
      baselineAt: baseline.at,
    },
    vanished: {
      count: gone.length,
      tests: gone.slice(0, LISTED).map(({ id, category, pattern, sinceSeq }) => ({
        id,
        category,
        pattern,
        sinceSeq,
        since: times.get(sinceSeq) ?? baseline.at,
      })),
    },
    categories: categories.map((category) => ({
      ...category,
      now: tallyOf(tracked.filter((test) => home(test) === category.id)),
    })),
    patterns: codes.map((code) => ({
      code,
      tally: tallyOf(tracked.filter((test) => test.pattern === code)),
    })),
  };
}
