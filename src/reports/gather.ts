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
  /** How long a traceback may be to be kept whole: less and less is worth reading of a run full of them. */
  detailsWanted(): number;
  /** A problem with its texts cut to the limits and copied out of the parser's chunks. */
  problem(phase: Problem['phase'], message: string, details: string): Problem;
  /** The results in the order of their first statement. */
  finish(): { readonly tests: TestResult[]; readonly counts: Counts };
}

interface Group extends Named {
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

/** What is kept of a traceback once the budget is spent: what was raised stands at its end. */
const SHORT_DETAILS = 768;

/** See {@link Gatherer}. */
export function createGatherer(limits: Limits): Gatherer {
  // By class and then by name: no key has to be put together for each of a million statements.
  const classes = new Map<string, ClassGroups>();
  const files = new Map<string, string>();
  const groups: Group[] = [];
  let detailsLeft = limits.detailsTotal;

  // Reports go through their files one after the other.
  let last: ClassGroups | undefined;
  const classOf = (classPath: string): ClassGroups => {
    if (last?.classPath !== classPath) last = classes.get(classPath) ?? addClass(classPath);
    return last;
  };
  const addClass = (classPath: string): ClassGroups => {
    const added = { classPath: own(classPath), byName: new Map<string, Group>() };
    classes.set(added.classPath, added);
    return added;
  };

  const detailsWanted = (): number => (detailsLeft > 0 ? limits.details : SHORT_DETAILS);

  return {
    detailsWanted,
    add(statement) {
      const { classPath, byName } = classOf(statement.classPath);
      const known = byName.get(statement.name);
      // Two files with the same dotted path, a.b/test_x.py and a/b/test_x.py: two tests.
      const other =
        known && conflicts(known, statement) ? `${statement.name}\0${statement.file ?? ''}` : undefined;
      const group = other === undefined ? known : byName.get(other);
      if (group) {
        join(group, statement);
        return;
      }
      if (groups.length >= limits.tests) fail({ kind: 'too-many-tests', limit: limits.tests });
      const begun = begin(statement, shared(files, statement.file), classPath);
      groups.push(begun);
      byName.set(other ?? begun.name, begun);
    },
    problem(phase, message, details) {
      const keptMessage = abridge(message, limits.message);
      const keptDetails = abridge(details, detailsWanted());
      detailsLeft -= keptDetails.text.length;
      return {
        phase,
        message: keptMessage.text,
        details: keptDetails.text,
        cut: keptMessage.cut || keptDetails.cut,
      };
    },
    finish() {
      const tests = groups.map(finished);
      return { tests, counts: countResults(tests) };
    },
  };
}

interface ClassGroups {
  readonly classPath: string;
  readonly byName: Map<string, Group>;
}

function conflicts(group: Group, statement: Statement): boolean {
  return group.file !== undefined && statement.file !== undefined && group.file !== statement.file;
}

/** One copy of a string that comes again and again. */
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
    classPath,
    name: own(statement.name),
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
  const id = group.file === undefined ? undefined : nodeId(group.file, group);
  const result: { -readonly [Key in keyof TestResult]: TestResult[Key] } = {
    id: id ?? dottedId(group),
    level: group.level,
    outcome: group.outcome,
    flaky: group.outcome === 'passed' && (group.flaky || group.repeated),
    problems: group.problems,
  };
  if (group.file !== undefined) result.file = group.file;
  if (group.line !== undefined) result.line = group.line;
  if (group.durationMs !== undefined) result.durationMs = group.durationMs;
  return result;
}
