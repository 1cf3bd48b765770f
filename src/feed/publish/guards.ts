import type { Counts, Current, RoadmapFeed } from '../model.ts';
import type { CoverageReport, TestReport } from '../../reports/model.ts';
import type { Objection, PublishContext } from './context.ts';

/** What the guards look at. */
export interface Guarded {
  readonly feed: RoadmapFeed;
  readonly tests: TestReport;
  readonly coverage: CoverageReport | null;
  readonly incomplete: string | null;
  readonly context: Pick<PublishContext, 'at' | 'exitCode' | 'behind'>;
}

/** A run with fewer than nine tenths of the tests of the one before is more likely a part than a clean-up. */
const LEAST_SHARE = 0.9;
/** When four of five tests fail, it is the machine. */
const MOST_FAILING = 0.8;

/**
 * All guards that say no. They compare with the last measured run: what the plan states was measured by
 * nobody and is no baseline.
 */
export function objections(guarded: Guarded): Objection[] {
  const { current } = guarded.feed._roadmap;
  const last = current.kind === 'run' ? current : null;
  const found = [
    olderRun(guarded, last),
    incomplete(guarded),
    totalDropped(guarded.tests.counts, last),
    mostlyFailing(guarded.tests.counts),
    collectionError(guarded.tests),
    exitCode(guarded),
    coverageDefinition(guarded.coverage, last),
  ];
  return found.filter((objection) => objection !== null);
}

function olderRun({ context }: Guarded, last: Current | null): Objection | null {
  if (last && Date.parse(context.at) < Date.parse(last.at)) {
    return {
      guard: 'older-run',
      message: `this run is of ${context.at}, and one of ${last.at} is published already. Results of an older run would turn the history back.`,
    };
  }
  if (!context.behind) return null;
  return {
    guard: 'older-run',
    message:
      'this run tested an older commit than the one published last. Run the tests on the newest commit.',
  };
}

function incomplete({ incomplete: why }: Guarded): Objection | null {
  if (why === null) return null;
  return {
    guard: 'incomplete',
    message: `${why}. A part of a run makes tests look vanished: run without --maxfail, and give the files of all shards.`,
  };
}

function totalDropped(counts: Counts, last: Current | null): Objection | null {
  if (!last || counts.total >= last.total * LEAST_SHARE) return null;
  return {
    guard: 'total-dropped',
    message: `${counts.total} tests, but the last run had ${last.total}: more than a tenth is gone. Was only a part of the suite run? If tests were removed on purpose, say so with --force --reason.`,
  };
}

function mostlyFailing({ failing, errors, total }: Counts): Objection | null {
  if (total === 0 || failing + errors <= total * MOST_FAILING) return null;
  return {
    guard: 'mostly-failing',
    message: `${failing + errors} of ${total} tests fail: more than 80 %. That is mostly the machine (a service that is down, a missing package), not the tests.`,
  };
}

function collectionError(tests: TestReport): Objection | null {
  const broken = tests.tests.filter((test) => test.level === 'module' && test.outcome === 'error');
  const [first] = broken;
  if (!first) return null;
  const more = broken.length > 1 ? ` and ${broken.length - 1} more` : '';
  const why = first.problems[0]?.message.split('\n', 1)[0] ?? 'no message';
  return {
    guard: 'collection-error',
    message: `pytest could not collect ${first.id.split('::', 1)[0] ?? first.id}${more} (${why.slice(0, 300)}). Tests in it are neither passing nor failing, they are not there.`,
  };
}

const meanings = new Map([
  [2, 'the run was interrupted, or collection failed'],
  [3, 'pytest itself broke'],
  [4, 'pytest was called with wrong arguments'],
  [5, 'pytest found no tests'],
]);

/** All tests ran: they passed, some failed, or there were more warnings than `--max-warnings` allows. */
const WHOLE: readonly number[] = [0, 1, 6];

function exitCode({ tests, context }: Guarded): Objection | null {
  const told = tests.run.exitCode;
  if (told === null) {
    return {
      guard: 'exit-code',
      message: 'pytest began and never ended: the run was killed. Look for a timeout or a lack of memory.',
    };
  }
  const code = [told, context.exitCode].find((each) => typeof each === 'number' && !WHOLE.includes(each));
  if (typeof code !== 'number') return null;
  return {
    guard: 'exit-code',
    message: `pytest ended with exit code ${code}: ${meanings.get(code) ?? 'no code of pytest; something killed it'}. Only 0, 1 and 6 belong to whole runs.`,
  };
}

function coverageDefinition(coverage: CoverageReport | null, last: Current | null): Objection | null {
  if (!coverage || last?.coverage?.kind !== 'counts') return null;
  const [before, now] = [last.coverage.branches !== null, coverage.branches !== null];
  if (before === now) return null;
  return {
    guard: 'coverage-definition',
    message: `coverage is now measured ${now ? 'with' : 'without'} branches, before it was ${before ? 'with' : 'without'}: the percentage changes though the code does not.`,
  };
}
