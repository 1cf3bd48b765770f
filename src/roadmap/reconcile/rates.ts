import { phaseOf, type PlanData } from '../plan-data.ts';
import type { PlanPhase } from '../phases.ts';
import { show } from '../ranges.ts';
import { type Check, linesOf, type Mismatch } from './mismatch.ts';

/** A rate as the plan writes it: one decimal. */
const oneDecimal = (passing: number, total: number): string => ((100 * passing) / total).toFixed(1);

const rateOf =
  (id: PlanPhase['id']): Check =>
  (plan: PlanData): Mismatch | null => {
    const { passing, passRate } = phaseOf(plan, id);
    const total = plan.totals.total.value;
    if (passing === null || passRate === null) return null;
    const wrong = ([0, 1] as const).filter(
      (end) => oneDecimal(passing.value[end], total) !== passRate.value[end].toFixed(1),
    );
    const [first] = wrong;
    if (first === undefined) return null;
    const sums = wrong.map((end) => {
      const exact = ((100 * passing.value[end]) / total).toFixed(2);
      return `${passing.value[end]} of ${total} is ${exact} %, the plan says ${passRate.value[end]} %.`;
    });
    return {
      id: `rate-${id}`,
      beside: [`phase.${id}.passRate`],
      lines: linesOf(passing, passRate),
      short: `${oneDecimal(passing.value[first], total)} %, not ${passRate.value[first]} %`,
      arithmetic: sums.join(' '),
    };
  };

const sameDenominator: Check = (plan) => {
  const { tasks, passing, passRate } = phaseOf(plan, '2C');
  const adding = tasks.filter((task) => task.title.value.startsWith('Add '));
  if (adding.length === 0 || passing === null || passRate === null) return null;
  return {
    id: 'new-tests-no-total',
    beside: ['phase.2C.passRate'],
    lines: linesOf(...adding.map((task) => task.title), passing, passRate),
    short: 'new tests would raise the total',
    arithmetic:
      `${adding.map((task) => `“${task.title.value}”`).join(' and ')} write new tests. The rates ` +
      `${show(passRate.value)} % still divide by ${plan.totals.total.value}, as if none were added.`,
  };
};

const coverageTarget: Check = (plan) => {
  const { coverageGoal } = plan.phaseTotals;
  const { outcomeCoverage, coverage } = phaseOf(plan, '2C');
  if (outcomeCoverage === null || coverage === null) return null;
  if (outcomeCoverage.value === coverageGoal.value && coverage.value[0] >= coverageGoal.value) return null;
  return {
    id: 'coverage-target',
    beside: ['phase.2C.coverage', 'plan.target'],
    lines: [6, ...linesOf(coverageGoal, outcomeCoverage, coverage)],
    short: 'three targets: 80 %+, 75 %+, 75–80 %',
    arithmetic:
      `The target and the goal of phase 2C are ${coverageGoal.value} % or more, its outcome is ` +
      `${outcomeCoverage.value} % or more, the table of metrics says ${show(coverage.value)} %. ` +
      `Only the upper end of the table meets the target.`,
  };
};

/** Checks of rates and of the coverage target. */
export const rateChecks: readonly Check[] = [
  rateOf('2A'),
  rateOf('2B'),
  rateOf('2C'),
  sameDenominator,
  coverageTarget,
];
