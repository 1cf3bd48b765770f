import type { Counts, Current } from '../model/counts.ts';
import type { HistoryPoint, RoadmapFeed } from '../model/feed.ts';
import type { RunDetail } from '../model/items.ts';
import { emptyTally, type Tally } from '../model/ledger.ts';

/**
 * A small, sound feed for tests: the plan's statement, a baseline run with 10 failing or broken tests, and a
 * second run after which 3 of them are fixed, 2 have vanished and 5 still fail.
 */
export function sampleFeed(): RoadmapFeed {
  const stated: Counts = counts({ passing: 80, failing: 15, errors: 3, skipped: 2, total: 100 });
  const first: Counts = counts({ passing: 88, failing: 8, errors: 2, skipped: 2, total: 100, flaky: 1 });
  const second: Counts = counts({ passing: 92, failing: 4, errors: 1, skipped: 2, total: 99, flaky: 1 });
  const now: Tally = { ...emptyTally(), tracked: 10, open: 5, fixed: 3, vanished: 2 };
  const celery: Tally = { ...emptyTally(), tracked: 6, open: 3, fixed: 3 };
  const other: Tally = { ...emptyTally(), tracked: 4, open: 2, vanished: 2 };
  const whole = { kind: 'whole', collected: 99 } as const;
  const coverage = {
    kind: 'counts',
    lines: { covered: 660, total: 1000 },
    branches: null,
    at: '2026-02-02T10:00:00Z',
  } as const;
  const hollow = { count: 20, ofPassing: 92, at: '2026-02-02T10:00:00Z' };
  const current: Current = {
    kind: 'run',
    seq: 3,
    at: '2026-02-02T10:00:00Z',
    ...second,
    coverage,
    completeness: whole,
    hollow,
  };
  const point = (
    seq: number,
    at: string,
    of: Counts,
    open: number,
    fixed: number,
    vanished: number,
  ): HistoryPoint => ({
    kind: 'run',
    seq,
    at,
    ...of,
    coverage: null,
    completeness: { kind: 'whole', collected: of.total },
    hollow: null,
    baseline: { ...emptyTally(), tracked: 10, open, fixed, vanished },
    categories: [
      { id: 'celery', open: open - 2, fixed, vanished: 0 },
      { id: 'other', open: 2, fixed: 0, vanished },
    ],
  });
  const run: RunDetail = {
    kind: 'run',
    seq: 3,
    source: {
      commit: 'a1b2c3d',
      branch: 'main',
      runUrl: 'https://ci.example/7',
      runId: '7',
      inputs: [{ name: 'junit.xml', kind: 'junit', sha256: '0'.repeat(64) }],
    },
    counts: second,
    coverage,
    completeness: whole,
    changes: { comparedWith: 2, ...noChanges, fixed: 3, stillFailing: 4, movedOn: 1, vanished: 2, new: 1 },
    hollow,
    phaseChanges: [],
    overrides: [],
    run: { url: 'runs/3.json', sha256: '1'.repeat(64) },
  };
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Test coverage roadmap',
    home_page_url: 'https://handbook.example/roadmap/',
    feed_url: 'https://handbook.example/feed.json',
    items: [
      {
        id: 'run-3',
        title: '3 tests fixed, 2 vanished',
        content_text: 'Three tests fixed. Two vanished while failing.',
        date_published: '2026-02-02T10:00:00Z',
        _roadmap: run,
      },
      {
        id: 'plan-phase-1',
        title: 'Phase 1 as the plan states it',
        content_text: '80 of 100 tests pass.',
        date_published: '2026-01-18T00:00:00Z',
        _roadmap: {
          kind: 'stated',
          seq: 1,
          counts: stated,
          coverage: { kind: 'stated', percent: 65, at: '2026-01-18T00:00:00Z' },
        },
      },
    ],
    _roadmap: {
      about: 'https://handbook.example/roadmap/',
      schema: '1.0',
      seq: 3,
      generatedAt: '2026-02-02T10:05:00Z',
      validForHours: 168,
      source: run.source,
      current,
      ledger: {
        baseline: now,
        later: emptyTally(),
        baselineSeq: 2,
        baselineAt: '2026-02-01T10:00:00Z',
      },
      vanished: {
        count: 2,
        tests: ['tests/test_a.py::test_x', 'tests/test_a.py::test_y[1]'].map((id) => ({
          id,
          category: 'other',
          pattern: null,
          sinceSeq: 3,
          since: '2026-02-02T10:00:00Z',
        })),
      },
      retired: [],
      phases: [
        {
          id: '2A',
          title: 'Quick Wins',
          status: 'active',
          basis: { kind: 'evidence', fixed: 3, needed: [20, 25] },
          updatedAt: '2026-02-02T10:05:00Z',
          effortHours: [3, 4],
          planned: { added: [20, 25], passing: [1622, 1627], coverage: [68, 70] },
          actual: { kind: 'run', seq: 3, fixed: 3, passing: 92, coverage },
        },
      ],
      categories: [
        {
          id: 'celery',
          title: 'Celery and task tests',
          stated: { count: 45, as: 'failing' },
          phases: ['2A'],
          patterns: ['CEL001'],
          paths: [],
          now: celery,
        },
        { id: 'other', title: 'No category', stated: null, phases: [], patterns: [], paths: [], now: other },
      ],
      patterns: [
        { code: 'CEL001', tally: celery },
        { code: null, tally: other },
      ],
      history: {
        url: 'runs/index.json',
        count: 3,
        head: [
          {
            kind: 'stated',
            seq: 1,
            at: '2026-01-18T00:00:00Z',
            ...stated,
            coverage: { kind: 'stated', percent: 65, at: '2026-01-18T00:00:00Z' },
            completeness: { kind: 'unknown' },
            hollow: null,
            baseline: null,
            categories: [],
          },
          point(2, '2026-02-01T10:00:00Z', first, 10, 0, 0),
          point(3, '2026-02-02T10:00:00Z', second, 5, 3, 2),
        ],
      },
    },
  };
}

const noChanges = {
  fixed: 0,
  stillFailing: 0,
  movedOn: 0,
  newlyFailing: 0,
  setAside: 0,
  vanished: 0,
  new: 0,
  newFailing: 0,
  removed: 0,
  notReported: 0,
  moved: 0,
};

function counts(some: Partial<Counts>): Counts {
  const none = {
    passing: 0,
    failing: 0,
    errors: 0,
    skipped: 0,
    xfailed: 0,
    xpassed: 0,
    total: 0,
    flaky: 0,
  };
  return { ...none, ...some };
}
