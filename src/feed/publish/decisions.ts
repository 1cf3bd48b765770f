import { testKey } from '../../reports/identity.ts';
import { err } from '../../reports/result.ts';
import {
  phaseProgress,
  type Decision,
  type Phase,
  type PhaseChange,
  type PhaseStatus,
  type RoadmapFeed,
  type TrackedTest,
} from '../model.ts';
import type { Built, PublishedState } from './context.ts';
import { publicationOf } from './files.ts';
import { ledgerFigures, trackedFrom } from './ledger.ts';
import { byId } from './outcomes.ts';
import { withItem } from './parts.ts';

/** When and by whom something was decided. */
export interface DecisionContext {
  readonly now: string;
  readonly by: string | null;
}

/**
 * Account for vanished tests: say why they are gone. They no longer count against the plan, and the reason
 * stays in the feed.
 *
 * @param names ids of vanished tests, or files and classes for all vanished tests in them
 */
export function retire(
  old: PublishedState,
  names: readonly string[],
  reason: string,
  context: DecisionContext,
): Built {
  const { feed, lastRun } = old;
  const tracked = [...trackedFrom(lastRun, feed._roadmap.retired).values()];
  const vanished = tracked.filter((test) => test.state === 'vanished');
  const chosen = new Map<string, TrackedTest>();
  for (const name of names) {
    const found = vanished.filter((test) => belongs(test.id, name));
    if (found.length === 0) {
      const message =
        vanished.length === 0
          ? 'No vanished test is open: there is nothing to retire.'
          : `“${name}” is no vanished test, nor a file or class of one. Vanished are: ${vanished
              .slice(0, 5)
              .map((test) => test.id)
              .join(', ')}${vanished.length > 5 ? `, and ${vanished.length - 5} more` : ''}.`;
      return err({ kind: 'usage', message });
    }
    for (const test of found) chosen.set(test.id, test);
  }
  const tests = [...chosen.values()].sort(byId);
  const seq = feed._roadmap.seq + 1;
  const retired = tests.map(({ id }) => ({ id, reason, by: context.by, seq, at: context.now }));
  const after = tracked.map((test) =>
    chosen.has(test.id) ? { ...test, state: 'retired' as const, sinceSeq: seq } : test,
  );
  const ledger = feed._roadmap.ledger;
  const roadmap: RoadmapFeed['_roadmap'] = {
    ...feed._roadmap,
    seq,
    generatedAt: context.now,
    retired: [...feed._roadmap.retired, ...retired],
    ...(ledger
      ? ledgerFigures(
          after.sort(byId),
          feed._roadmap.categories,
          { seq: ledger.baselineSeq, at: ledger.baselineAt },
          new Map(old.index.runs.map((run) => [run.seq, run.at])),
        )
      : {}),
  };
  const count = tests.length === 1 ? '1 vanished test' : `${tests.length} vanished tests`;
  return decided(
    old,
    { ...feed, _roadmap: roadmap },
    { kind: 'retire', tests: tests.map(({ id }) => id), reason },
    { title: `${count} accounted for`, text: `${reason}\n${tests.map(({ id }) => id).join('\n')}` },
    context,
  );
}

function belongs(id: string, name: string): boolean {
  if (id === name) return true;
  const [key, wanted] = [testKey(id), testKey(name)];
  if (key === wanted) return true;
  const container = wanted.replace(/::\(collection\)$/, '');
  const asClass = container.replace('::', '.');
  return key.startsWith(`${asClass}::`) || key.startsWith(`${asClass}.`);
}

/** Set a phase by decision, or hand it back to the evidence. */
export function decidePhase(
  old: PublishedState,
  id: string,
  status: PhaseStatus | 'evidence',
  note: string,
  context: DecisionContext,
): Built {
  const { feed } = old;
  const phase = feed._roadmap.phases.find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (!phase) {
    const known = feed._roadmap.phases.map((each) => each.id).join(', ');
    return err({ kind: 'usage', message: `There is no phase “${id}”. Phases are: ${known}.` });
  }
  const change =
    status === 'evidence' ? byEvidence(feed, phase) : byDecision(phase, status, note, context.by);
  const changed: Phase = { ...phase, status: change.to, basis: change.basis, updatedAt: context.now };
  const roadmap = {
    ...feed._roadmap,
    seq: feed._roadmap.seq + 1,
    generatedAt: context.now,
    phases: feed._roadmap.phases.map((each) => (each === phase ? changed : each)),
  };
  const how = status === 'evidence' ? 'back to evidence, now' : 'decided to be';
  return decided(
    old,
    { ...feed, _roadmap: roadmap },
    { kind: 'phase', change },
    { title: `Phase ${phase.id} ${how} ${change.to}`, text: note },
    context,
  );
}

function byDecision(phase: Phase, to: PhaseStatus, note: string, by: string | null): PhaseChange {
  return { phase: phase.id, from: phase.status, to, basis: { kind: 'decision', note, by } };
}

function byEvidence(feed: RoadmapFeed, phase: Phase): PhaseChange {
  const fixed = feed._roadmap.ledger?.baseline.fixed ?? 0;
  const undecided: Phase = {
    ...phase,
    status: 'planned',
    basis: { kind: 'evidence', fixed: 0, needed: [0, 0] },
  };
  const phases = feed._roadmap.phases.map((each) => (each === phase ? undecided : each));
  const found = phaseProgress(phases, fixed).find((each) => each.id === phase.id);
  if (!found) return { phase: phase.id, from: phase.status, to: 'planned', basis: { kind: 'stated' } };
  const basis = { kind: 'evidence', fixed: found.fixed, needed: found.needed } as const;
  return { phase: phase.id, from: phase.status, to: found.status, basis };
}

function decided(
  old: PublishedState,
  feed: RoadmapFeed,
  decision: Decision,
  told: { readonly title: string; readonly text: string },
  context: DecisionContext,
): Built {
  const { seq } = feed._roadmap;
  const next = withItem(feed, {
    id: `decision-${seq}`,
    url: feed.home_page_url,
    title: told.title.slice(0, 300),
    content_text: told.text.slice(0, 20_000),
    date_published: context.now,
    tags: ['decision'],
    _roadmap: { kind: 'decision', seq, by: context.by, decision },
  });
  return publicationOf(old, next, null, [told.title, ...told.text.split('\n')]);
}
