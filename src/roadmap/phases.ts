import { type Range, said, type Stated, stated } from './stated.ts';

export type PhaseId = '1' | '2A' | '2B' | '2C' | '2D';

/** A task of a phase. */
interface PlanTask {
  readonly title: Stated<string>;
  readonly steps: readonly Stated<string>[];
  /** hours of work */
  readonly hours: Stated<Range> | null;
  /** tests that it fixes */
  readonly fixes: Stated<Range> | null;
  /** category whose failures it works on */
  readonly category: string | null;
}

/** A phase: what the plan promises in each of the places where it does so. */
export interface PlanPhase {
  readonly id: PhaseId;
  readonly title: Stated<string>;
  readonly goal: Stated<string> | null;
  readonly hours: Stated<Range> | null;
  readonly tasks: readonly PlanTask[];
  /** "Executive Summary": tests in the phase, and what kind of work they need */
  readonly summary: { readonly tests: Stated<Range>; readonly needs: Stated<string> } | null;
  /** "Estimated Outcome": tests added to the passing ones */
  readonly added: Stated<Range> | null;
  /** passing tests when it is done */
  readonly passing: Stated<Range> | null;
  /** percent */
  readonly passRate: Stated<Range> | null;
  /** percent, as the outcome says it; `high` 100 stands for "or more" */
  readonly outcomeCoverage: Stated<number> | null;
  /** percent, as the table of success metrics says it */
  readonly coverage: Stated<Range> | null;
  /** "Appendix": tests in the phase, and its parts */
  readonly appendix: { readonly tests: Stated<Range>; readonly parts: readonly Stated<Range>[] } | null;
  readonly status: Stated<string>;
}

const none = {
  goal: null,
  hours: null,
  tasks: [],
  summary: null,
  added: null,
  passing: null,
  passRate: null,
  outcomeCoverage: null,
  coverage: null,
  appendix: null,
} as const;

const phase1: PlanPhase = {
  ...none,
  id: '1',
  title: said(12, 'route-level tests'),
  passing: stated(269, '1602', [1602, 1602]),
  passRate: stated(269, '92%', [92, 92]),
  coverage: stated(269, '65%', [65, 65]),
  status: said(269, '✅ COMPLETE'),
};

const phase2A: PlanPhase = {
  ...none,
  id: '2A',
  title: said(152, 'Quick Wins'),
  goal: said(153, 'Fix import mocking issues, add 20-25 passing tests'),
  hours: stated(152, '3-4 hours', [3, 4]),
  tasks: [
    {
      title: said(156, 'Fix health_tasks mocking'),
      steps: [
        said(157, "Change `@patch('app.tasks.health_tasks.model_loader')`"),
        said(158, "To `@patch('app.model_scripts.model_loader.model_loader')`"),
      ],
      hours: stated(159, '1 hour', [1, 1]),
      fixes: stated(159, '9 tests fixed', [9, 9]),
      category: 'imports',
    },
    {
      title: said(161, 'Fix service integration basic mocks'),
      steps: [said(162, 'Enhance HTTP client mocks'), said(163, 'Add response factories')],
      hours: stated(164, '1.5 hours', [1.5, 1.5]),
      fixes: stated(164, '10-12 tests fixed', [10, 12]),
      category: 'services',
    },
    {
      title: said(166, 'Add simple streaming mocks'),
      steps: [said(167, 'Fix buffer tests with better socket mocks')],
      hours: stated(168, '1 hour', [1, 1]),
      fixes: stated(168, '3-5 tests fixed', [3, 5]),
      category: 'streaming',
    },
  ],
  summary: { tests: stated(15, '20-25 tests', [20, 25]), needs: said(15, 'Fixable with minor changes') },
  added: stated(170, '+20-25 passing tests', [20, 25]),
  passing: stated(170, '1622-1627 total', [1622, 1627]),
  passRate: stated(171, '93.5%-93.7%', [93.5, 93.7]),
  coverage: stated(270, '68-70%', [68, 70]),
  appendix: {
    tests: stated(322, 'Quick Wins (20-25)', [20, 25]),
    parts: [
      stated(323, 'Import mocking: 9 tests', [9, 9]),
      stated(324, 'Service mocks: 10-12 tests', [10, 12]),
      stated(325, 'Simple streaming: 3-5 tests', [3, 5]),
    ],
  },
  status: said(270, '⏳ PLANNED'),
};

const phase2B: PlanPhase = {
  ...none,
  id: '2B',
  title: said(175, 'Medium Effort'),
  goal: said(176, 'Fix Celery task binding, add 40-45 passing tests'),
  hours: stated(175, '6-8 hours', [6, 8]),
  tasks: [
    {
      title: said(179, 'Restructure model_tasks tests'),
      steps: [
        said(180, 'Learn Celery task testing patterns'),
        said(181, 'Update NER, Classifier, Translator, QA, Whisper tasks'),
        said(182, 'Use `.run()` or `.s().apply()` patterns'),
      ],
      hours: stated(183, '4-5 hours', [4, 5]),
      fixes: stated(183, '14 tests fixed', [14, 14]),
      category: 'celery',
    },
    {
      title: said(185, 'Fix remaining streaming tests'),
      steps: [said(186, 'Async/await proper mocking'), said(187, 'TCP protocol complete mocking')],
      hours: stated(188, '2-3 hours', [2, 3]),
      fixes: stated(188, '20-25 tests fixed', [20, 25]),
      category: 'streaming',
    },
    {
      title: said(190, 'Add model initialization tests'),
      steps: [said(191, 'Mock model loader state'), said(192, 'Mock HuggingFace API responses')],
      hours: stated(193, '1 hour', [1, 1]),
      fixes: stated(193, '5-10 tests fixed', [5, 10]),
      category: 'models',
    },
  ],
  summary: { tests: stated(16, '45-50 tests', [45, 50]), needs: said(16, 'Require mock restructuring') },
  added: stated(195, '+40-45 passing tests', [40, 45]),
  passing: stated(195, '1662-1672 total', [1662, 1672]),
  passRate: stated(196, '95.7%-96.3%', [95.7, 96.3]),
  coverage: stated(271, '73-75%', [73, 75]),
  appendix: {
    tests: stated(327, 'Medium (40-45)', [40, 45]),
    parts: [
      stated(328, 'Celery tasks: 14 tests', [14, 14]),
      stated(329, 'Async streaming: 20-25 tests', [20, 25]),
      stated(330, 'Model init: 5-10 tests', [5, 10]),
    ],
  },
  status: said(271, '⏳ PLANNED'),
};

const task = (line: number, quote: string, category: string | null): PlanTask => ({
  title: said(line, quote),
  steps: [],
  hours: null,
  fixes: null,
  category,
});

const phase2C: PlanPhase = {
  ...none,
  id: '2C',
  title: said(200, 'Polish & Edge Cases'),
  goal: said(201, 'Fix remaining failures, reach 80%+ coverage'),
  hours: stated(200, '4-6 hours', [4, 6]),
  tasks: [
    task(204, 'Add error scenario tests', null),
    task(205, 'Fix resource manager tests', 'services'),
    task(206, 'Add edge case handling', null),
    task(207, 'Document test patterns', null),
  ],
  summary: {
    tests: stated(17, '30-35 tests', [30, 35]),
    needs: said(17, 'Need architectural changes'),
  },
  added: stated(209, '+15-20 passing tests', [15, 20]),
  passing: stated(209, '1677-1692 total', [1677, 1692]),
  passRate: stated(210, '96.5%-97.4%', [96.5, 97.4]),
  outcomeCoverage: stated(211, '75%+ overall', 75),
  coverage: stated(272, '75-80%', [75, 80]),
  appendix: {
    tests: stated(332, 'Polish (15-20)', [15, 20]),
    parts: [
      stated(333, 'Edge cases: 10-15 tests', [10, 15]),
      stated(334, 'Integration scenarios: 5-10 tests', [5, 10]),
    ],
  },
  status: said(272, '⏳ PLANNED'),
};

const phase2D: PlanPhase = {
  ...none,
  id: '2D',
  title: said(18, 'Future Work'),
  summary: { tests: stated(18, '10-15 tests', [10, 15]), needs: said(18, 'Legacy/lower priority') },
  appendix: {
    tests: stated(336, 'Future (15)', [15, 15]),
    parts: [stated(337, 'Legacy tests: 15', [15, 15])],
  },
  status: said(145, 'Ignore for Phase 2, evaluate for deprecation in Phase 3'),
};

/** The phases in the plan's order. */
export const phases: readonly PlanPhase[] = [phase1, phase2A, phase2B, phase2C, phase2D];

/** Hours of all phases together, and the goal of phase 2C that coverage reaches. */
export const phaseTotals = {
  hours: stated(289, '13-18 hours', [13, 18]),
  coverageGoal: stated(201, '80%+ coverage', 80),
  appendixTotal: stated(321, '112 total', 112),
} as const;
