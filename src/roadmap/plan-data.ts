import { categories, type PlanCategory } from './categories.ts';
import { type PhaseId, phases, phaseTotals, type PlanPhase } from './phases.ts';
import { totals } from './totals.ts';
import type { Stated } from './stated.ts';

/** A figure in plain form, for arithmetic. */
type Figures<T> = { readonly [K in keyof T]: T[K] extends Stated<infer V> ? Stated<Widened<V>> : T[K] };
type Widened<V> = V extends number
  ? number
  : V extends readonly [number, number]
    ? readonly [number, number]
    : V;

/** Everything of the plan that arithmetic is done on. Tests hand in corrected copies. */
export interface PlanData {
  readonly totals: Figures<typeof totals>;
  readonly phases: readonly PlanPhase[];
  readonly phaseTotals: Figures<typeof phaseTotals>;
  readonly categories: readonly PlanCategory[];
}

/** The plan as it stands. */
export const planData: PlanData = { totals, phases, phaseTotals, categories };

/** A phase by its name. Throws when the plan has none of that name. */
export function phaseOf(data: PlanData, id: PhaseId): PlanPhase {
  const phase = data.phases.find((entry) => entry.id === id);
  if (phase === undefined) throw new Error(`the plan has no phase ${id}`);
  return phase;
}

/** A category by its name. Throws when the plan has none of that name. */
export function categoryOf(data: PlanData, id: string): PlanCategory {
  const category = data.categories.find((entry) => entry.id === id);
  if (category === undefined) throw new Error(`the plan has no category ${id}`);
  return category;
}
