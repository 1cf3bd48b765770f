import {
  HISTORY_HEAD,
  SCHEMA_VERSION,
  type HistoryPoint,
  type PhaseChange,
  type RoadmapFeed,
  type RunFile,
} from '../model.ts';
import type { PublishedState } from './context.ts';
import { ledgerFigures } from './ledger.ts';
import { movedPhases } from './phases.ts';
import { withOther } from './parts.ts';

/** The run as far as it goes without the phases, which follow from it. */
export type BareRun = Omit<RunFile, 'phaseChanges'>;

/** The state after a run: counts, ledger, phases, history. Items are not touched. */
export function feedAfter(
  old: PublishedState,
  run: BareRun,
  now: string,
): { readonly feed: RoadmapFeed; readonly phaseChanges: PhaseChange[] } {
  const { feed, index } = old;
  const before = feed._roadmap;
  const { seq, at, counts, completeness, tracked } = run;
  const baseline = before.ledger
    ? { seq: before.ledger.baselineSeq, at: before.ledger.baselineAt }
    : { seq, at };
  const times = new Map([...index.runs, run].map((entry) => [entry.seq, entry.at]));
  const figures = ledgerFigures(tracked, withOther(before.categories), baseline, times);
  // A run without coverage proves nothing about it: the last known stays, with its own date.
  const coverage = run.coverage ?? before.current.coverage;
  const hollow = run.hollow ?? before.current.hollow;
  const evidence = { seq, at, fixed: figures.ledger.baseline.fixed, passing: counts.passing, coverage };
  const { phases, changes } = movedPhases(before.phases, evidence);
  const point: HistoryPoint = {
    kind: 'run',
    seq,
    at,
    ...counts,
    coverage: run.coverage,
    completeness,
    hollow: run.hollow,
    baseline: figures.ledger.baseline,
    categories: figures.categories.map(({ id, now: tally }) => ({
      id,
      open: tally?.open ?? 0,
      fixed: tally?.fixed ?? 0,
      vanished: tally?.vanished ?? 0,
    })),
  };
  const retired = new Set(tracked.flatMap((test) => (test.state === 'retired' ? [test.id] : [])));
  return {
    phaseChanges: changes,
    feed: {
      ...feed,
      _roadmap: {
        ...before,
        schema: SCHEMA_VERSION,
        seq,
        generatedAt: now,
        source: run.source,
        current: { kind: 'run', seq, at, ...counts, coverage, completeness, hollow },
        ...figures,
        // One that came back is retired no longer.
        retired: before.retired.filter((entry) => retired.has(entry.id)),
        phases,
        history: {
          ...before.history,
          count: before.history.count + 1,
          head: [...before.history.head, point].slice(-HISTORY_HEAD),
        },
      },
    },
  };
}
