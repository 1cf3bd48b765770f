import { countResults, worse } from './counts.ts';
import { fail } from './errors.ts';
import { dottedId, nodeId, type Named } from './identity.ts';
import type { Limits } from './limits.ts';
import type { Counts, Outcome, Problem, TestResult } from './model.ts';
import { abridge, own } from './text.ts';

/** What a report says in one place about one test. There may be several such places for it. */
export interface Statement extends Named {
  readonly level: TestResult['level'];
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly outcome: Outcome;
  /** The report itself says that an earlier attempt failed. */
  readonly flaky?: boolean | undefined;
  readonly durationMs?: number | undefined;
  readonly problems: readonly Problem[];
  /**
   * Number of the run of pytest within the file. pytest-rerunfailures leaves an empty test case for each
   * failed attempt, so a test that is stated twice in one run, and never as failing, passed by repetition.
   * Undefined where the dialect has no such placeholders.
   */
  readonly repeatsIn?: number | undefined;
}

/** Puts statements together: one result for each test, the worst outcome wins. */
export interface Gatherer {
  /** Take in a statement; leaves by `fail` when there are too many tests. */
  add(statement: Statement): void;
  /** A problem with its texts cut to the limits and copied out of the parser's chunks. */
  problem(phase: Problem['phase'], message: string, details: string): Problem;
  /** The results in the order of their first statement. */
  finish(): { readonly tests: TestResult[]; readonly counts: Counts };
}

interface Group {
  readonly named: Named;
  readonly level: TestResult['level'];
  file: string | undefined;
  line: number | undefined;
  outcome: Outcome;
  flaky: boolean;
  repeated: boolean;
  run: number | undefined;
  durationMs: number | undefined;
  problems: readonly Problem[];
}

const SHORT_TAIL = 1024;

/** See {@link Gatherer}. */
export function createGatherer(limits: Limits): Gatherer {
  const groups = new Map<string, Group>();
  const files = new Map<string, string>();
  let detailsLeft = limits.detailsTotal;

  const keyOf = (statement: Statement): string => {
    const key = dottedId(statement);
    const known = groups.get(key);
    if (known?.file === undefined || statement.file === undefined || known.file === statement.file)
      return key;
    // Two files with the same dotted path, a.b/test_x.py and a/b/test_x.py: two tests.
    return `${key}\0${statement.file}`;
  };

  return {
    add(statement) {
      const key = keyOf(statement);
      const group = groups.get(key);
      if (group) {
        join(group, statement);
        return;
      }
      if (groups.size >= limits.tests) fail({ kind: 'too-many-tests', limit: limits.tests });
      groups.set(
        own(key),
        begin(statement, shared(files, statement.file), shared(files, statement.classPath)),
      );
    },
    problem(phase, message, details) {
      const keptMessage = abridge(message, limits.message);
      const keptDetails = abridge(details, detailsLeft > 0 ? limits.details : SHORT_TAIL);
      detailsLeft -= keptDetails.text.length;
      return {
        phase,
        message: keptMessage.text,
        details: keptDetails.text,
        cut: keptMessage.cut || keptDetails.cut,
      };
    },
    finish() {
      const tests = Array.from(groups.values(), finished);
      return { tests, counts: countResults(tests) };
    },
  };
}

/** One copy of a string that comes again and again. */
function shared(pool: Map<string, string>, text: string): string;
function shared(pool: Map<string, string>, text: string | undefined): string | undefined;
function shared(pool: Map<string, string>, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const known = pool.get(text);
  if (known !== undefined) return known;
  const copy = own(text);
  pool.set(copy, copy);
  return copy;
}

function begin(statement: Statement, file: string | undefined, classPath: string): Group {
  return {
    named: { classPath, name: own(statement.name) },
    level: statement.level,
    file,
    line: statement.line,
    outcome: statement.outcome,
    flaky: statement.flaky ?? false,
    repeated: false,
    run: statement.repeatsIn,
    durationMs: statement.durationMs,
    problems: statement.problems,
  };
}

function join(group: Group, statement: Statement): void {
  if (statement.repeatsIn !== undefined && statement.repeatsIn === group.run) group.repeated = true;
  group.run = statement.repeatsIn;
  group.outcome = worse(group.outcome, statement.outcome);
  group.flaky ||= statement.flaky ?? false;
  group.file ??= statement.file;
  group.line ??= statement.line;
  if (statement.durationMs !== undefined) group.durationMs = (group.durationMs ?? 0) + statement.durationMs;
  if (statement.problems.length > 0) group.problems = [...group.problems, ...statement.problems];
}

function finished(group: Group): TestResult {
  const id = group.file === undefined ? undefined : nodeId(group.file, group.named);
  return {
    id: id ?? dottedId(group.named),
    level: group.level,
    outcome: group.outcome,
    flaky: group.outcome === 'passed' && (group.flaky || group.repeated),
    problems: group.problems,
    ...(group.file === undefined ? {} : { file: group.file }),
    ...(group.line === undefined ? {} : { line: group.line }),
    ...(group.durationMs === undefined ? {} : { durationMs: group.durationMs }),
  };
}
