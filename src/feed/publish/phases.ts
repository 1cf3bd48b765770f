import { phaseProgress, type Coverage, type Phase, type PhaseChange } from '../model.ts';

/** The measured state that phases are held against. */
export interface Evidence {
  readonly seq: number;
  readonly at: string;
  /** tests of the baseline that are fixed now */
  readonly fixed: number;
  readonly passing: number;
  readonly coverage: Coverage | null;
}

/**
 * Move the phases by evidence: tests fixed since the baseline against the tests that the phases add.
 * A phase that a person has decided about stays as decided.
 */
export function movedPhases(
  phases: readonly Phase[],
  evidence: Evidence,
): { readonly phases: Phase[]; readonly changes: PhaseChange[] } {
  const progress = new Map(phaseProgress(phases, evidence.fixed).map((each) => [each.id, each]));
  const changes: PhaseChange[] = [];
  const moved = phases.map((phase): Phase => {
    const found = progress.get(phase.id);
    if (!found) return phase;
    const decided = phase.basis.kind === 'decision';
    const status = decided ? phase.status : found.status;
    const basis: Phase['basis'] = decided
      ? phase.basis
      : { kind: 'evidence', fixed: evidence.fixed, needed: found.needed };
    if (status !== phase.status) changes.push({ phase: phase.id, from: phase.status, to: status, basis });
    return {
      ...phase,
      status,
      basis,
      updatedAt: status === phase.status ? phase.updatedAt : evidence.at,
      actual: actualOf(phase, status, found.fixed, evidence),
    };
  });
  return { phases: moved, changes };
}

/** Null before a phase starts, as last known while it is active, frozen once it is done. */
function actualOf(
  phase: Phase,
  status: Phase['status'],
  fixed: number,
  { seq, passing, coverage }: Evidence,
): Phase['actual'] {
  if (status !== 'active' && status !== 'done') return phase.actual;
  if (status === 'done' && phase.status === 'done' && phase.actual) return phase.actual;
  return { kind: 'run', seq, fixed, passing, coverage };
}
