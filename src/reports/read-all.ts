import { ReportFailure, type ReportError } from './errors.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { mergeReports, oneCoverage } from './merge.ts';
import type { CollectedReport, CoverageReport, Dialect, ReportFile, TestReport } from './model.ts';
import { readReport, type ReportSource } from './read.ts';
import { err, ok, type Result } from './result.ts';

/** All files of one run, read and put together. */
export interface RunReports {
  /** null when no file holds tests. */
  readonly tests: TestReport | null;
  readonly coverage: CoverageReport | null;
  /** What each file is, in the order given. */
  readonly files: readonly { readonly name: string; readonly kind: Dialect }[];
}

/** Read all files of one run: shards, coverage, what our pytest plugin wrote. All errors are reported. */
export async function readReports(
  sources: readonly ReportSource[],
  limits: Limits = defaultLimits,
): Promise<Result<RunReports, readonly ReportError[]>> {
  const errors: ReportError[] = [];
  const files: { name: string; file: ReportFile }[] = [];
  for (const source of sources) {
    // One after the other: each may need the memory that the one before has given back.
    const result = await readReport(source, limits);
    if (result.ok) files.push({ name: source.name, file: result.value });
    else errors.push(result.error);
  }
  if (errors.length > 0) return err(errors);
  return together(files, limits);
}

function together(
  files: readonly { name: string; file: ReportFile }[],
  limits: Limits,
): Result<RunReports, readonly ReportError[]> {
  const tests: TestReport[] = [];
  const collected: CollectedReport[] = [];
  const coverage: { name: string; report: CoverageReport }[] = [];
  for (const { name, file } of files) {
    if (file.kind === 'tests') tests.push(file.report);
    else if (file.kind === 'collected') collected.push(file.collected);
    else coverage.push({ name, report: file.coverage });
  }
  const chosen = oneCoverage(coverage.map((entry) => entry.report));
  if (typeof chosen === 'number') {
    return err([
      {
        kind: 'twice',
        file: coverage[chosen]?.name ?? '',
        what: 'coverage report',
        other: coverage[0]?.name ?? '',
        cure: 'Counts of parts can’t be added: put the data together with "coverage combine" first.',
      },
    ]);
  }
  try {
    return ok({
      tests: tests.length === 0 ? null : mergeReports(tests, collected, limits),
      coverage: chosen,
      files: files.map(({ name, file }) => ({ name, kind: dialectOf(file) })),
    });
  } catch (error) {
    if (error instanceof ReportFailure) return err([{ ...error.problem, file: files.at(-1)?.name ?? '' }]);
    throw error;
  }
}

function dialectOf(file: ReportFile): Dialect {
  switch (file.kind) {
    case 'tests':
      return file.report.dialects[0] ?? 'junit';
    case 'coverage':
      return file.coverage.dialect;
    case 'collected':
      return 'collected';
    default: {
      const never: never = file;
      return never;
    }
  }
}
