import type { PlanData } from '../plan-data.ts';
import type { Stated } from '../stated.ts';

/**
 * A place where the plan's figures do not add up.
 *
 * `beside` names the figures that the page shows it next to: `totals.failing`, `phase.2B.added`,
 * `category.celery.count` and so on.
 */
export interface Mismatch {
  readonly id: string;
  readonly beside: readonly string[];
  /** lines of the plan, in order */
  readonly lines: readonly number[];
  /** a few words beside the figure: "130, not 112" */
  readonly short: string;
  /** the sums, as sentences */
  readonly arithmetic: string;
}

/** Looks at one place of the plan; null when it adds up. */
export type Check = (plan: PlanData) => Mismatch | null;

/** Lines of some figures, each once, in order. */
export const linesOf = (...figures: readonly (Stated<unknown> | null | undefined)[]): number[] =>
  [...new Set(figures.flatMap((figure) => (figure ? [figure.line] : [])))].sort((a, b) => a - b);
