import {
  type Category,
  type Coverage,
  type HistoryPoint,
  type Item,
  type Phase,
  type PhaseStatus,
  type RoadmapFeed,
  SCHEMA_VERSION,
  type Source,
} from '../feed/model.ts';
import { categories, unplannedPatterns } from './categories.ts';
import { phases, type PhaseId, type PlanPhase } from './phases.ts';
import type { Range } from './stated.ts';
import { plan, totals } from './totals.ts';

/** Where the feed is served; absolute addresses, as JSON Feed wants them. */
export interface FeedPlaces {
  /** the roadmap page */
  readonly home: string;
  /** the feed itself */
  readonly feed: string;
}

/** The plan has a date and no time: midnight UTC stands for the day. */
const AT = `${plan.date.value}T00:00:00Z`;

const coverage = { kind: 'stated', percent: totals.coverage.value, at: AT } as const satisfies Coverage;

const counts = {
  passing: totals.passing.value,
  failing: totals.failing.value,
  errors: totals.errors.value,
  skipped: totals.skipped.value,
  xfailed: 0,
  xpassed: 0,
  total: totals.total.value,
  flaky: 0,
};

const source: Source = { commit: null, branch: null, runUrl: null, runId: null, inputs: [] };

const status: Readonly<Record<PhaseId, PhaseStatus>> = {
  '1': 'done',
  '2A': 'planned',
  '2B': 'planned',
  '2C': 'planned',
  '2D': 'deferred',
};

const range = (figure: { readonly value: Range } | null): [number, number] | null =>
  figure === null ? null : [figure.value[0], figure.value[1]];

function seedPhase(phase: PlanPhase): Phase {
  const done = status[phase.id] === 'done';
  return {
    id: phase.id,
    title: phase.title.value,
    status: status[phase.id],
    basis: { kind: 'stated' },
    updatedAt: AT,
    effortHours: range(phase.hours),
    planned: { added: range(phase.added), passing: range(phase.passing), coverage: range(phase.coverage) },
    actual: done
      ? { kind: 'stated', seq: 1, fixed: totals.routeTestsFixed.value, passing: counts.passing, coverage }
      : null,
  };
}

const seedCategories: Category[] = [
  ...categories.map((category): Category => ({
    id: category.id,
    title: category.title.value,
    stated: { count: category.count.value, as: category.as },
    phases: [...category.phases],
    patterns: [...category.patterns],
    paths: category.id === 'legacy' ? ['_disabled_legacy_tests/'] : [],
    now: null,
  })),
  {
    id: 'other',
    title: 'Causes that the plan does not name',
    stated: null,
    phases: [],
    patterns: [...unplannedPatterns],
    paths: [],
    now: null,
  },
];

const point: HistoryPoint = {
  kind: 'stated',
  seq: 1,
  at: AT,
  ...counts,
  coverage,
  completeness: { kind: 'unknown' },
  hollow: null,
  baseline: null,
  categories: [],
};

/**
 * The feed before any run was published: the plan's own figures, and nothing else. Its time is the plan's,
 * so that two builds give the same bytes.
 */
export function seedFeed({ home, feed }: FeedPlaces): RoadmapFeed {
  const item: Item = {
    id: 'plan-phase-1',
    url: `${home}plan/#phase-1`,
    title: `Phase 1 complete, as the plan states it: ${counts.passing} of ${counts.total} tests pass`,
    content_text:
      `On ${plan.date.value} the plan states ${counts.passing} passing tests of ${counts.total}, ` +
      `${counts.failing} failing, ${counts.errors} errors, ${counts.skipped} skipped, and ${coverage.percent} % ` +
      'coverage. Nobody measured these figures here. The first published run will be the baseline.',
    date_published: AT,
    tags: ['stated'],
    _roadmap: { kind: 'stated', seq: 1, counts, coverage },
  };
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Test coverage roadmap',
    home_page_url: home,
    feed_url: feed,
    description: 'What became of the tests that the plan sets out to fix, run by run.',
    language: 'en',
    items: [item],
    _roadmap: {
      about: home,
      schema: SCHEMA_VERSION,
      seq: 1,
      generatedAt: AT,
      validForHours: 168,
      source,
      current: {
        kind: 'stated',
        seq: 1,
        at: AT,
        ...counts,
        coverage,
        completeness: { kind: 'unknown' },
        hollow: null,
      },
      ledger: null,
      vanished: { count: 0, tests: [] },
      retired: [],
      phases: phases.map(seedPhase),
      categories: seedCategories,
      patterns: [],
      history: { url: 'runs/index.json', count: 1, head: [point] },
    },
  };
}
