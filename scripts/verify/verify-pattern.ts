/** Holds one pattern against its claims, in one host. */
import { claimFor, compare } from '../../src/claims/compare.ts';
import { applyMutant, runFiles, type Files, type Pattern, type Variant } from '../../src/patterns/pattern.ts';
import type { MutantMatrix, RecordedHost, RecordedRun } from '../../src/patterns/recorded.ts';
import { cachedRun } from './cache.ts';
import type { Host, RunJob } from './host.ts';

export interface HostReport {
  readonly recorded: RecordedHost;
  readonly matrix: MutantMatrix;
  /** Claims that were held, and sentences about those that did not hold. */
  readonly checks: number;
  readonly problems: readonly string[];
  /** Library files that the runs read: see `reads.ts`. */
  readonly reads: readonly string[];
}

/** Run every variant and every mutant of a pattern. `count` hears of every run that was not cached. */
export async function verifyIn(
  host: Host,
  pattern: Pattern,
  backend: Files,
  count: () => void,
): Promise<HostReport> {
  const problems: string[] = [];
  const reads: string[] = [];
  const variants: Record<string, RecordedRun> = {};
  let versions: Record<string, string> = {};
  const where = (variant: string): string => `${pattern.code} ${variant} in ${host.name}`;

  for (const variant of pattern.variants) {
    const ran = await cachedRun(host, jobOf(variant, runFiles(backend, variant.files)), count);
    reads.push(...ran.reads);
    versions = { ...ran.versions };
    variants[variant.name] = ran.run;
    const comparison = compare(claimFor(variant, versions.python ?? ''), ran.run);
    if (comparison.kind === 'mismatch') {
      problems.push(...comparison.differences.map((difference) => `${where(variant.name)}: ${difference}`));
    }
  }

  const matrix: Record<string, Record<string, 'caught' | 'survived'>> = {};
  for (const mutant of pattern.mutants) {
    const row: Record<string, 'caught' | 'survived'> = {};
    for (const variant of pattern.variants.filter((one) => isGreen(one, versions))) {
      const files = applyMutant(runFiles(backend, variant.files), mutant);
      const { run, reads: more } = await cachedRun(host, jobOf(variant, files), count);
      reads.push(...more);
      row[variant.name] = run.verdict === 'passed' ? 'survived' : 'caught';
    }
    matrix[mutant.name] = row;
    problems.push(
      ...mutantProblems(pattern, mutant.name, row).map((problem) => `${where(mutant.name)}: ${problem}`),
    );
  }
  const checks = pattern.variants.length + pattern.mutants.length;
  return { recorded: { versions, variants }, matrix, checks, problems, reads };
}

function jobOf(variant: Variant, files: Files): RunJob {
  return { files, arguments: variant.arguments };
}

/** A test that is red anyway says nothing about a mutant. */
function isGreen(variant: Variant, versions: Record<string, string>): boolean {
  return claimFor(variant, versions.python ?? '').expect !== 'fails';
}

function mutantProblems(
  pattern: Pattern,
  name: string,
  row: Record<string, 'caught' | 'survived'>,
): string[] {
  const mutant = pattern.mutants.find((one) => one.name === name);
  return pattern.variants.flatMap((variant) => {
    const seen = row[variant.name];
    if (seen === undefined) return [];
    if (variant.kind === 'right') {
      const claimed = mutant?.killedBy.includes(variant.name) ? 'caught' : 'survived';
      return seen === claimed ? [] : [`${variant.name} should have it ${claimed}, but it is ${seen}`];
    }
    const mustSurvive = variant.survives?.includes(name) ?? false;
    return mustSurvive && seen === 'caught' ? [`${variant.name} should not notice the bug, but it does`] : [];
  });
}
