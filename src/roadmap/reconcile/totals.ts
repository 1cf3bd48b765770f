import { percentText } from '../../feed/model/derive.ts';
import { categoryOf, phaseOf, type PlanData } from '../plan-data.ts';
import { same, show } from '../ranges.ts';
import { type Check, linesOf } from './mismatch.ts';

const values = (plan: PlanData): number[] => plan.categories.map((category) => category.count.value);
const add = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0);

const categoriesSum: Check = (plan) => {
  const counts = values(plan);
  const all = add(counts);
  const legacy = categoryOf(plan, 'legacy').count.value;
  const { failing, errors } = plan.totals;
  if (all === failing.value + errors.value && all - legacy === failing.value) return null;
  return {
    id: 'categories-sum',
    beside: ['categories', 'totals.failing'],
    lines: linesOf(failing, errors, ...plan.categories.map((category) => category.count)),
    short: `the categories add up to ${all}, not ${failing.value}`,
    arithmetic:
      `${counts.join(' + ')} = ${all}. Without the legacy tests it is ${all - legacy}. ` +
      `The plan counts ${failing.value} failing tests, and ${failing.value + errors.value} with the errors.`,
  };
};

const legacyCount: Check = (plan) => {
  const { count } = categoryOf(plan, 'legacy');
  const { summary, appendix } = phaseOf(plan, '2D');
  const { errors } = plan.totals;
  if (summary === null || appendix === null) return null;
  if (count.value === errors.value && same(summary.tests.value, appendix.tests.value)) return null;
  return {
    id: 'legacy-count',
    beside: ['category.legacy.count', 'totals.errors', 'phase.2D.tests'],
    lines: linesOf(errors, count, summary.tests, appendix.tests),
    short: `${count.value} legacy tests in one place, ${errors.value} in another`,
    arithmetic:
      `The totals have ${errors.value} errors and call all of them legacy. Category 6 has ${count.value}. ` +
      `Phase 2D has ${show(summary.tests.value)} in the summary and ${show(appendix.tests.value)} in the appendix.`,
  };
};

const legacyInTotal: Check = (plan) => {
  const { passing, failing, errors, skipped, total, errorsAre } = plan.totals;
  const rest = passing.value + failing.value + skipped.value;
  if (rest + errors.value !== total.value || errors.value === 0) return null;
  return {
    id: 'legacy-in-total',
    beside: ['totals.errors'],
    lines: linesOf(total, errors, errorsAre),
    short: 'the “disabled” tests are counted',
    arithmetic:
      `${passing.value} + ${failing.value} + ${errors.value} + ${skipped.value} = ${total.value}: the ` +
      `${errors.value} errors are part of the total, so the “disabled” tests are collected and run. ` +
      `Without them the total is ${rest}.`,
  };
};

const legacyAmongFailures: Check = (plan) => {
  const { appendixTotal } = plan.phaseTotals;
  const { appendix } = phaseOf(plan, '2D');
  const { failing } = plan.totals;
  if (appendix === null || appendixTotal.value !== failing.value) return null;
  const [low] = appendix.tests.value;
  if (low === 0) return null;
  return {
    id: 'legacy-among-failures',
    beside: ['phase.2D.tests', 'totals.failing'],
    lines: linesOf(failing, plan.totals.errors, appendixTotal, appendix.tests),
    short: 'errors listed among the failures',
    arithmetic:
      `The appendix puts ${show(appendix.tests.value)} legacy tests under “${appendixTotal.value} total” failures. ` +
      `The totals count them as errors, beside the ${failing.value} failing tests.`,
  };
};

const denominator: Check = (plan) => {
  const { passing, failing, skipped, total, passRate } = plan.totals;
  const rate = (of: number): string => percentText((100 * passing.value) / of, 2);
  const ofAll = rate(total.value);
  if (failing.value === 0 && total.value === passing.value) return null;
  return {
    id: 'denominator',
    beside: ['totals.passRate'],
    lines: linesOf(passRate),
    short: `of all tests it is ${ofAll} %`,
    arithmetic:
      `The plan does not say what the rate is of. ${passing.value} of all ${total.value} is ${ofAll} %, ` +
      `without skipped tests ${rate(total.value - skipped.value)} %, of passed and failed ` +
      `${rate(passing.value + failing.value)} %. This site takes all tests.`,
  };
};

const improvement: Check = (plan) => {
  const { passing, routeTestsFixed: fixed, improvement: stated } = plan.totals;
  const before = passing.value - fixed.value;
  const gain = (100 * fixed.value) / before;
  if (Math.abs(gain - stated.value) < 1) return null;
  const grown = Math.round(passing.value / (1 + stated.value / 100));
  const share = Math.round(passing.value / (stated.value / 100));
  return {
    id: 'improvement',
    beside: ['decisions.improvement', 'totals.routeTestsFixed'],
    lines: linesOf(fixed, stated),
    short: `it is ${percentText(gain)} % by the plan’s own counts`,
    arithmetic:
      `${fixed.value} tests fixed: ${passing.value} − ${fixed.value} = ${before} before, which is ` +
      `+${percentText(gain)} %. For +${stated.value} % there would have been about ${grown} passing tests before ` +
      `(about ${share} if it means ${stated.value} % of what there was).`,
  };
};

/** Checks of the totals and of the categories' sum. */
export const totalsChecks: readonly Check[] = [
  categoriesSum,
  legacyCount,
  legacyInTotal,
  legacyAmongFailures,
  denominator,
  improvement,
];
