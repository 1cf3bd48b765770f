import { testKey } from '../../reports/identity.ts';
import type { CoverageReport, TestReport } from '../../reports/model.ts';
import type { Coverage, Hollow } from '../model.ts';
import { order } from './outcomes.ts';

/** Coverage as the feed stores it: counts and when they were measured. */
export function coverageOf(report: CoverageReport | null, at: string): Coverage | null {
  if (!report) return null;
  return {
    kind: 'counts',
    lines: { ...report.lines },
    branches: report.branches && { ...report.branches },
    at,
  };
}

/** Passing tests that run no line of the application in their call phase; or why that is not known. */
export type HollowFinding =
  | { readonly kind: 'known'; readonly hollow: Hollow; readonly tests: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: string | null };

/**
 * Find the hollow tests. A test that no context names is hollow only if the contexts are those of this run:
 * if they share no test with it, they come from somewhere else.
 */
export function hollowOf(coverage: CoverageReport | null, report: TestReport, at: string): HollowFinding {
  const contexts = coverage?.contexts;
  if (!contexts || contexts.kind === 'none') return { kind: 'unknown', why: null };
  if (contexts.kind === 'unusable') return { kind: 'unknown', why: contexts.why };
  const keys = new Set(report.tests.map((test) => testKey(test.id)));
  if (![...contexts.touched].some((key) => keys.has(key))) {
    return { kind: 'unknown', why: 'the contexts in the coverage report name none of the tests of this run' };
  }
  const passing = report.tests.filter((test) => test.outcome === 'passed' && test.level === 'test');
  const hollow = passing.filter((test) => !contexts.touched.has(testKey(test.id)));
  return {
    kind: 'known',
    hollow: { count: hollow.length, ofPassing: passing.length, at },
    tests: hollow.map((test) => test.id).sort(order),
  };
}
