import type { PlanCategory } from '../categories.ts';
import { phaseOf, type PlanData } from '../plan-data.ts';
import { left, show, showSum, sum } from '../ranges.ts';
import type { Range, Stated } from '../stated.ts';
import { type Check, linesOf } from './mismatch.ts';

/** Numbers of tests that tasks of the plan give for one category. */
function planned(plan: PlanData, id: string): Stated<Range>[] {
  return plan.phases.flatMap((phase) =>
    phase.tasks.flatMap((task) => (task.category === id && task.fixes !== null ? [task.fixes] : [])),
  );
}

const plannedRange = (plan: PlanData, id: string): Range =>
  sum(planned(plan, id).map((figure) => figure.value));

const failing = (plan: PlanData): PlanCategory[] =>
  plan.categories.filter((category) => category.as === 'failing');

const unplanned =
  (id: string): Check =>
  (plan) => {
    const category = plan.categories.find((entry) => entry.id === id);
    if (category === undefined) return null;
    const parts = planned(plan, id);
    const range = plannedRange(plan, id);
    const count = category.count.value;
    const rest = left(count, range);
    const over = Math.max(0, range[1] - count);
    if (rest[1] === 0 && over === 0) return null;
    const more = over > 0 ? ` At the upper end that is ${over} more than there are.` : '';
    return {
      id: `unplanned-${id}`,
      beside: [`category.${id}.count`],
      lines: linesOf(category.count, ...parts),
      short: over > 0 ? `${show(range)} planned, of ${count}` : `${show(rest)} in no task`,
      arithmetic:
        `${count} failures, and tasks that fix ${parts.length > 1 ? `${showSum(parts.map((part) => part.value))} = ` : ''}` +
        `${show(range)}. That leaves ${show(rest)}.${more}`,
    };
  };

const unplannedTotal: Check = (plan) => {
  const rests = failing(plan).map((category) => left(category.count.value, plannedRange(plan, category.id)));
  const rest = sum(rests);
  const { added } = phaseOf(plan, '2C');
  if (added === null || rest[1] <= added.value[1]) return null;
  return {
    id: 'unplanned-total',
    beside: ['categories', 'phase.2C.added'],
    lines: linesOf(...failing(plan).map((category) => category.count), added),
    short: `${show(rest)} failures are left for phase 2C`,
    arithmetic:
      `What no task of 2A or 2B fixes: ${showSum(rests)} = ${show(rest)}. ` +
      `Phase 2C, which is to fix the rest, adds ${show(added.value)}.`,
  };
};

const priorityOrder: Check = (plan) => {
  const first = plan.categories.find((category) => category.id === 'imports');
  const later = plan.categories.find((category) => category.id === 'celery');
  if (first === undefined || later === undefined || first.priority.value <= later.priority.value) return null;
  return {
    id: 'priority-order',
    beside: ['category.imports.priority', 'category.celery.priority'],
    lines: linesOf(later.priority, first.priority, phaseOf(plan, '2A').goal, phaseOf(plan, '2B').goal),
    short: 'the phases go the other way round',
    arithmetic:
      `Imports have priority ${first.priority.value} and come first, in phase 2A. ` +
      `Celery has priority ${later.priority.value} and comes later, in phase 2B.`,
  };
};

/** Checks of the categories against the tasks that fix them. */
export const categoryChecks: readonly Check[] = [
  ...['celery', 'imports', 'streaming', 'services', 'models'].map(unplanned),
  unplannedTotal,
  priorityOrder,
];
