import type { Phase } from './phases.ts';
import type { CountRange } from './primitives.ts';

/** How far a phase is, by the tests fixed since the baseline. */
export interface PhaseProgress {
  readonly id: string;
  /** tests fixed that count for this phase */
  readonly fixed: number;
  /** tests that must be fixed, over all phases up to this one, for it to be done: low and high end */
  readonly needed: CountRange;
  /** what the evidence says; a decision may say something else */
  readonly status: 'planned' | 'active' | 'done';
}

/**
 * Shares out the tests fixed since the baseline over the phases, in their order.
 *
 * The plan adds tests phase by phase (2A 20 to 25, 2B 40 to 45, 2C 15 to 20) without naming each test, so
 * the phases fill up one after the other. A phase is done when the fixed tests reach the low ends of all
 * ranges up to its own, active from the first fixed test that counts for it. Only the last phase takes more
 * than its low end. Phases without a range, done by statement or deferred, take part in nothing.
 *
 * @param fixed tests of the baseline that are fixed now (`ledger.baseline.fixed`)
 */
export function phaseProgress(phases: readonly Phase[], fixed: number): PhaseProgress[] {
  const counted = phases.flatMap((phase) => {
    const added = phase.planned.added;
    const out =
      added === null ||
      phase.status === 'deferred' ||
      (phase.basis.kind === 'stated' && phase.status === 'done');
    return out ? [] : [{ id: phase.id, added }];
  });
  let low = 0;
  let high = 0;
  return counted.map(({ id, added }, index) => {
    const before = low;
    low += added[0];
    high += added[1];
    const room = index === counted.length - 1 ? Infinity : added[0];
    const share = Math.max(0, Math.min(fixed - before, room));
    const status = fixed >= low ? 'done' : share > 0 ? 'active' : 'planned';
    return { id, fixed: share, needed: [low, high], status };
  });
}
