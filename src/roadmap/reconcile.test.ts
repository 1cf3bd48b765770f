import { describe, expect, it } from 'vitest';
import { change } from '../feed/testing/change.ts';
import { planData, type PlanData } from './plan-data.ts';
import { mismatchesBeside, reconcile } from './reconcile.ts';

const ids = (plan?: PlanData): string[] => reconcile(plan).map(({ id }) => id);
const sums = new Map(reconcile().map(({ id, arithmetic }) => [id, arithmetic]));

// The sums, worked out by hand from the plan.
it.each([
  ['categories-sum', ['= 130.', 'it is 115.', '112 failing', '129 with']],
  ['legacy-count', ['17 errors', 'Category 6 has 15', '10–15', '15 in the appendix']],
  ['legacy-in-total', ['1602 + 112 + 17 + 6 = 1737', 'total is 1720']],
  ['legacy-among-failures', ['15 legacy tests', '“112 total”']],
  ['denominator', ['92.23 %', '92.55 %', '93.47 %']],
  ['improvement', ['1602 − 69 = 1533', '+4.5 %', 'about 389', 'about 513']],
  ['phases-sum', ['= 105–125', '= 90–105', 'add 75–90', 'leaves 22–37']],
  ['summary-2B', ['45–50', '40–45']],
  ['summary-2C', ['30–35', '15–20', 'architectural', 'Polish']],
  ['parts-2A', ['= 22–26', '20–25']],
  ['parts-2B', ['= 39–49', '40–45']],
  ['parts-2C', ['= 15–25', '15–20']],
  ['hours-2B', ['= 7–9 hours', '6–8', '14–19, not 13–18']],
  ['estimates-2C', ['None of its 4 tasks']],
  ['remaining-2C', ['22–37 left', '1714 of 1737, 98.68 %']],
  ['rate-2A', ['1622 of 1737 is 93.38 %', '93.5 %']],
  ['new-tests-no-total', ['error scenario', 'divide by 1737']],
  ['coverage-target', ['80 % or more', '75 % or more', '75–80 %']],
  ['unplanned-celery', ['45 failures', 'fix 14', 'leaves 31']],
  ['unplanned-imports', ['15 failures', 'leaves 6']],
  ['unplanned-streaming', ['= 23–30', 'leaves 0–2', '5 more']],
  ['unplanned-services', ['20 failures', 'leaves 8–10']],
  ['unplanned-models', ['10 failures', 'leaves 0–5']],
  ['unplanned-total', ['= 45–54', 'adds 15–20']],
  ['priority-order', ['priority 3 and come first', 'priority 2 and comes later']],
])('%s is shown with its sums', (id, parts) => {
  for (const part of parts) expect(sums.get(id)).toContain(part);
});

it('has a sum for each mismatch, and no other', () => {
  expect(ids()).toHaveLength(25);
  expect(new Set(ids()).size).toBe(25);
});

describe('a figure that is put right takes its note away', () => {
  const position = (id: string): number => planData.phases.findIndex((phase) => phase.id === id);
  const category = (id: string): number => planData.categories.findIndex((entry) => entry.id === id);
  it.each<[string, [string, unknown][]]>([
    ['summary-2B', [[`phases.${position('2B')}.summary.tests.value`, [40, 45]]]],
    ['summary-2C', [[`phases.${position('2C')}.summary.tests.value`, [15, 20]]]],
    ['parts-2A', [[`phases.${position('2A')}.tasks.2.fixes.value`, [1, 4]]]],
    ['parts-2B', [[`phases.${position('2B')}.added.value`, [39, 49]]]],
    ['parts-2C', [[`phases.${position('2C')}.added.value`, [15, 25]]]],
    ['hours-2B', [[`phases.${position('2B')}.hours.value`, [7, 9]]]],
    ['rate-2A', [[`phases.${position('2A')}.passRate.value`, [93.4, 93.7]]]],
    ['improvement', [['totals.improvement.value', 4.5]]],
    ['legacy-in-total', [['totals.errors.value', 0]]],
    [
      'legacy-count',
      [
        ['totals.errors.value', 15],
        [`phases.${position('2D')}.summary.tests.value`, [15, 15]],
      ],
    ],
    [
      'categories-sum',
      [
        [`categories.${category('celery')}.count.value`, 42],
        ['totals.errors.value', 15],
      ],
    ],
    ['phases-sum', [[`phases.${position('2C')}.appendix.tests.value`, [30, 40]]]],
    ['unplanned-celery', [[`phases.${position('2B')}.tasks.0.fixes.value`, [45, 45]]]],
    ['unplanned-imports', [[`categories.${category('imports')}.count.value`, 9]]],
    ['unplanned-total', [[`phases.${position('2C')}.added.value`, [45, 54]]]],
    ['remaining-2C', [[`phases.${position('2C')}.added.value`, [52, 52]]]],
    ['priority-order', [[`categories.${category('imports')}.priority.value`, 1]]],
    [
      'coverage-target',
      [
        [`phases.${position('2C')}.outcomeCoverage.value`, 80],
        [`phases.${position('2C')}.coverage.value`, [80, 85]],
      ],
    ],
  ])('%s', (id, corrections) => {
    let plan: unknown = planData;
    for (const [path, value] of corrections) plan = change(plan, path, value);
    expect(ids()).toContain(id);
    expect(ids(plan as PlanData)).not.toContain(id); // the same shape, with other numbers
  });
});

it('finds the notes for a figure', () => {
  expect(mismatchesBeside('phase.2B.added').map(({ id }) => id)).toEqual(['summary-2B', 'parts-2B']);
});
