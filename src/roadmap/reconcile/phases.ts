import { phaseOf, type PlanData } from '../plan-data.ts';
import type { PhaseId, PlanPhase } from '../phases.ts';
import { left, same, show, showSum, sum } from '../ranges.ts';
import type { Range, Stated } from '../stated.ts';
import { type Check, linesOf } from './mismatch.ts';

const present = <T>(entries: readonly (T | null | undefined)[]): T[] =>
  entries.filter((entry): entry is T => entry !== null && entry !== undefined);

const ranges = (figures: readonly Stated<Range>[]): Range[] => figures.map((figure) => figure.value);

/** Tests that phases 2A to 2C add, all together. */
const addedInPlan = (plan: PlanData): Range => sum(ranges(present(plan.phases.map((phase) => phase.added))));

const phasesSum: Check = (plan) => {
  const summary = present(plan.phases.map((phase) => phase.summary?.tests));
  const appendix = present(plan.phases.map((phase) => phase.appendix?.tests));
  const { failing } = plan.totals;
  const { appendixTotal } = plan.phaseTotals;
  const inAppendix = sum(ranges(appendix));
  if (inAppendix[0] <= failing.value && failing.value <= inAppendix[1]) return null;
  const added = addedInPlan(plan);
  return {
    id: 'phases-sum',
    beside: ['phases', 'totals.failing'],
    lines: linesOf(...summary, appendixTotal, ...appendix),
    short: `${show(left(failing.value, added))} of ${failing.value} failures have no phase`,
    arithmetic:
      `Summary: ${showSum(ranges(summary))} = ${show(sum(ranges(summary)))}. ` +
      `Appendix: ${showSum(ranges(appendix))} = ${show(inAppendix)}, under the heading “${appendixTotal.value} total”. ` +
      `Phases 2A to 2C add ${show(added)}, which leaves ${show(left(failing.value, added))} failing tests.`,
  };
};

/** The summary and the plan proper name different numbers for one phase. */
const summaryAgainstPlan =
  (id: PhaseId): Check =>
  (plan) => {
    const { summary, added, title } = phaseOf(plan, id);
    if (summary === null || added === null || same(summary.tests.value, added.value)) return null;
    const meaning =
      id === '2C' ? ` The work differs too: “${summary.needs.value}” there, “${title.value}” here.` : '';
    return {
      id: `summary-${id}`,
      beside: [`phase.${id}.added`],
      lines: linesOf(summary.tests, added),
      short: `${show(summary.tests.value)} in the summary`,
      arithmetic: `The summary gives phase ${id} ${show(summary.tests.value)} tests, the plan ${show(added.value)}.${meaning}`,
    };
  };

/** The parts of a phase do not add up to what it promises. */
const partsAgainstAdded =
  (id: PhaseId, partsOf: (phase: PlanPhase) => readonly Stated<Range>[], word: string): Check =>
  (plan) => {
    const phase = phaseOf(plan, id);
    const parts = partsOf(phase);
    if (phase.added === null || parts.length === 0) return null;
    const total = sum(ranges(parts));
    if (same(total, phase.added.value)) return null;
    return {
      id: `parts-${id}`,
      beside: [`phase.${id}.added`],
      lines: linesOf(...parts, phase.added),
      short: `its ${word} add up to ${show(total)}`,
      arithmetic: `${showSum(ranges(parts))} = ${show(total)}, the outcome says ${show(phase.added.value)}.`,
    };
  };

const taskFixes = (phase: PlanPhase): Stated<Range>[] => present(phase.tasks.map((task) => task.fixes));

const hours2B: Check = (plan) => {
  const phase = phaseOf(plan, '2B');
  const parts = present(phase.tasks.map((task) => task.hours));
  const total = sum(ranges(parts));
  if (phase.hours === null || same(total, phase.hours.value)) return null;
  const others = ranges(present(plan.phases.map((entry) => (entry.id === '2B' ? null : entry.hours))));
  return {
    id: 'hours-2B',
    beside: ['phase.2B.hours', 'phases.hours'],
    lines: linesOf(phase.hours, ...parts, plan.phaseTotals.hours),
    short: `its tasks take ${show(total)} hours`,
    arithmetic:
      `${showSum(ranges(parts))} = ${show(total)} hours, the heading says ${show(phase.hours.value)}. ` +
      `All phases then take ${show(sum([total, ...others]))}, not ${show(plan.phaseTotals.hours.value)}.`,
  };
};

const estimates2C: Check = (plan) => {
  const { tasks, hours, added } = phaseOf(plan, '2C');
  if (tasks.some((task) => task.hours !== null || task.fixes !== null)) return null;
  return {
    id: 'estimates-2C',
    beside: ['phase.2C.hours'],
    lines: linesOf(hours, added, ...tasks.map((task) => task.title)),
    short: 'no task has an estimate',
    arithmetic: `None of its ${tasks.length} tasks has hours or a number of tests, so neither figure can be checked.`,
  };
};

const remaining2C: Check = (plan) => {
  const { goal, added } = phaseOf(plan, '2C');
  const { failing, passing, total } = plan.totals;
  const rest = left(failing.value, addedInPlan(plan));
  if (goal === null || rest[0] === 0) return null;
  const best = passing.value + failing.value;
  return {
    id: 'remaining-2C',
    beside: ['phase.2C.goal'],
    lines: linesOf(goal, added, failing),
    short: `${show(rest)} failures would remain`,
    arithmetic:
      `${failing.value} failing − (${show(addedInPlan(plan))}) = ${show(rest)} left after phase 2C. ` +
      `Even with all ${failing.value} fixed it is ${best} of ${total.value}, ${((100 * best) / total.value).toFixed(2)} %.`,
  };
};

/** Checks of the phases' sums and hours. */
export const phaseChecks: readonly Check[] = [
  phasesSum,
  summaryAgainstPlan('2A'),
  summaryAgainstPlan('2B'),
  summaryAgainstPlan('2C'),
  partsAgainstAdded('2A', taskFixes, 'tasks'),
  partsAgainstAdded('2B', taskFixes, 'tasks'),
  partsAgainstAdded('2C', (phase) => phase.appendix?.parts ?? [], 'parts in the appendix'),
  hours2B,
  estimates2C,
  remaining2C,
];
