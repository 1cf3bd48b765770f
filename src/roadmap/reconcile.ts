import { type PlanData, planData } from './plan-data.ts';
import { categoryChecks } from './reconcile/categories.ts';
import type { Mismatch } from './reconcile/mismatch.ts';
import { phaseChecks } from './reconcile/phases.ts';
import { rateChecks } from './reconcile/rates.ts';
import { totalsChecks } from './reconcile/totals.ts';

export type { Mismatch } from './reconcile/mismatch.ts';

/**
 * Every place where the plan's figures do not add up, with the sums. The plan stays as it is; the page
 * shows these beside its figures. Each is worked out from the data: correct the figure and it is gone.
 */
export function reconcile(plan: PlanData = planData): Mismatch[] {
  const checks = [...totalsChecks, ...phaseChecks, ...rateChecks, ...categoryChecks];
  return checks.flatMap((check) => check(plan) ?? []);
}

/** The mismatches that belong beside one figure, such as `phase.2B.added`. */
export function mismatchesBeside(figure: string, all: readonly Mismatch[] = reconcile()): Mismatch[] {
  return all.filter((mismatch) => mismatch.beside.includes(figure));
}
