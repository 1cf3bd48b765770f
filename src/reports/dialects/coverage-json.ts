import * as v from 'valibot';
import { readContexts } from './contexts.ts';
import type { Covered, CoverageReport } from '../model.ts';
import { property, shaped } from '../input/shape.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const Meta = v.object({
  version: v.string(),
  branch_coverage: v.boolean(),
  show_contexts: v.optional(v.boolean(), false),
});

const Totals = v.object({
  covered_lines: Count,
  num_statements: Count,
  covered_branches: v.optional(Count),
  num_branches: v.optional(Count),
});

const Files = v.record(v.string(), v.unknown());

/** True for coverage.py's JSON report. */
export function isCoverageJson(document: unknown): boolean {
  return property(document, 'totals') !== undefined && property(document, 'meta') !== undefined;
}

/**
 * Read coverage.py's JSON report (formats 2 and 3). Its time stamp is local time without a zone and is not
 * taken; nor are its percentages, which are derived from the counts.
 */
export function readCoverageJson(document: unknown): CoverageReport {
  const meta = shaped(Meta, property(document, 'meta'), 'meta');
  const totals = shaped(Totals, property(document, 'totals'), 'totals');
  const files = shaped(Files, property(document, 'files') ?? {}, 'files');
  const lines = covered('totals.covered_lines', totals.covered_lines, totals.num_statements);
  const branches = covered('totals.covered_branches', totals.covered_branches ?? 0, totals.num_branches ?? 0);
  return {
    dialect: 'coverage-json',
    lines,
    branches: meta.branch_coverage && branches.total > 0 ? branches : null,
    contexts: meta.show_contexts ? readContexts(Object.entries(files)) : { kind: 'none' },
  };
}

function covered(where: string, some: number, total: number): Covered {
  return shaped(
    v.pipe(
      v.object({ covered: Count, total: Count }),
      v.check((pair) => pair.covered <= pair.total, 'more is covered than there is'),
    ),
    { covered: some, total },
    where,
  );
}
