import { said, stated } from './stated.ts';

/** The plan's heading: date, state, target, and what it says of itself. */
export const plan = {
  title: said(1, 'Phase 2 Strategy and Roadmap'),
  subtitle: said(2, 'Test Coverage Expansion Plan'),
  date: stated(4, '2026-01-18', '2026-01-18'),
  target: said(6, '80%+ code coverage with maintainable, scalable tests'),
  targetCoverage: stated(6, '80%+', 80),
  documentStatus: said(342, 'DRAFT - Ready for review'),
  nextReview: said(344, 'After Phase 2A completion'),
} as const;

/** The state that the plan starts from. Stated, not measured: never a baseline. */
export const totals = {
  passing: stated(5, '1602/1737 passing', 1602),
  total: stated(5, '1602/1737', 1737),
  passRate: stated(5, '92% pass rate', 92),
  coverage: stated(5, '65% coverage', 65),
  failing: stated(25, '**Failing Tests:** 112', 112),
  errors: stated(26, '**Errors:** 17', 17),
  errorsAre: said(26, 'legacy, intentionally disabled'),
  skipped: stated(27, '**Skipped:** 6', 6),
  routeTestsFixed: stated(12, 'fixed all 69 route-level tests', 69),
  remaining: stated(12, 'remaining 112 failing tests', 112),
  improvement: stated(296, '312% improvement in passing tests', 312),
} as const;
