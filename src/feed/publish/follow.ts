import type {
  Category,
  ChangeCounts,
  ChangeLists,
  Completeness,
  FileOutcomes,
  TrackedTest,
} from '../model.ts';
import { changeCounts, changeLists, noLists, stepsOf } from './compare.ts';
import type { PublishContext, PublishedState, RunInput } from './context.ts';
import { trackedAfter, trackedFrom } from './ledger.ts';
import { movedTests } from './moves.ts';
import { byFile, knownFrom, outcomesOf } from './outcomes.ts';

/** Every test of a run, and what became of every test that is known. */
export interface Followed {
  readonly files: FileOutcomes[];
  /** Last known outcomes of tests that this run did not report. */
  readonly carried: FileOutcomes[];
  readonly changes: ChangeCounts;
  readonly lists: ChangeLists;
  readonly tracked: TrackedTest[];
}

/** Hold the tests of a run against the run before, test by test. */
export function follow(
  old: PublishedState,
  { tests }: RunInput,
  context: Pick<PublishContext, 'triage'>,
  {
    seq,
    categories,
    completeness,
  }: { seq: number; categories: readonly Category[]; completeness: Completeness },
): Followed {
  const { lastRun, feed } = old;
  const before = knownFrom(lastRun);
  const now = outcomesOf(tests, context.triage, categories);
  const whole = completeness.kind === 'whole';
  const tracked = trackedFrom(lastRun, feed._roadmap.retired);
  const steps = stepsOf({
    before,
    now,
    tracked,
    // Only where a missing test is known to be gone can it be known to have moved.
    moves: whole ? movesInto(tracked, movedTests(before, now)) : new Map<string, string>(),
    whole,
    excused: tests.run.deselected ?? new Set(),
  });
  const lists = lastRun ? changeLists(steps) : noLists();
  return {
    files: byFile(now.values()),
    carried: byFile(steps.flatMap((step) => (step.unreported && step.before ? [step.before] : []))),
    changes: changeCounts(lists, lastRun?.seq ?? null),
    lists,
    tracked: trackedAfter(steps, seq, lastRun === null),
  };
}

/** A test that failed once is followed under its own name, even if another one seems to have moved to it. */
function movesInto(
  tracked: ReadonlyMap<string, TrackedTest>,
  moves: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map([...moves].filter(([, to]) => !tracked.has(to)));
}
