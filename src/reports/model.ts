/** What the readers make of any report, whatever wrote it: the one shape that everything else works on. */

/** How one test ended. `error` is a failure outside the test itself: set-up, tear-down or collection. */
export type Outcome = 'passed' | 'failed' | 'error' | 'skipped' | 'xfailed' | 'xpassed';

/** Where in a test's life something went wrong. */
export type Phase = 'setup' | 'call' | 'teardown' | 'collect';

/** One thing that went wrong. A test has several when its tear-down breaks too, or for subtests. */
export interface Problem {
  readonly phase: Phase;
  /** The message as the report has it, without the wrapping that pytest puts around set-up errors. */
  readonly message: string;
  /** The traceback as pytest printed it; empty where the report has none. */
  readonly details: string;
  /** True when message or details were longer than what is kept. */
  readonly cut: boolean;
}

/** One test with the worst of what the report says about it. */
export interface TestResult {
  /**
   * The name across runs: pytest's node id where the file is known, otherwise the dotted class path in the
   * place of the file. Compare tests by `testKey(id)`, which is the same for both forms.
   */
  readonly id: string;
  /** Path from pytest's root folder, with `/`; absent in JUnit's default family. */
  readonly file?: string;
  /** First line of the test, counted from 1. */
  readonly line?: number;
  /** `module` for a file or class that was not collected, or that skipped itself while it was. */
  readonly level: 'test' | 'module';
  readonly outcome: Outcome;
  /** Passed, but only after a failed attempt. */
  readonly flaky: boolean;
  readonly durationMs?: number;
  readonly problems: readonly Problem[];
}

/** Raw counts. The six outcomes add up to `total`; `flaky` is part of `passing`. */
export interface Counts {
  readonly passing: number;
  readonly failing: number;
  readonly errors: number;
  readonly skipped: number;
  readonly xfailed: number;
  readonly xpassed: number;
  readonly flaky: number;
  readonly total: number;
}

/** Formats that are told apart by content, never by file name. */
export type TestDialect = 'junit' | 'ctrf' | 'pytest-json';
export type CoverageDialect = 'coverage-json' | 'cobertura';
export type Dialect = TestDialect | CoverageDialect | 'collected';

/** A part of a report: one run of pytest, or one shard of it. */
export interface Suite {
  readonly name: string;
  /** When it began, as the report says; not trusted for ordering. */
  readonly timestamp?: string;
  readonly hostname?: string;
}

/** Tests that were to run: by key (`testKey`) where the report names them, otherwise how many. */
export type Collected =
  | { readonly kind: 'tests'; readonly keys: ReadonlySet<string> }
  | { readonly kind: 'number'; readonly count: number };

/** What is known about the run besides its tests. Absent: the report does not say. */
export interface RunFacts {
  /** pytest's exit code; null when the run wrote that it began and never that it ended. */
  readonly exitCode?: number | null;
  /** Tests that were to run, after deselection. */
  readonly collected?: Collected;
  /** Keys of tests that `-k`, `-m` or `--deselect` took out of every run of pytest. */
  readonly deselected?: ReadonlySet<string>;
  /** What pytest was told to collect, one list for each run of it. */
  readonly arguments?: readonly (readonly string[])[];
}

/** Something that a reader of the figures should know. Never a reason to refuse the file. */
export type ReportNote =
  /** An unexpected pass looks like any other pass in this dialect. */
  | { readonly kind: 'xpass-hidden'; readonly dialect: TestDialect }
  /** Two inputs disagree about a test; the worse outcome was taken. */
  | { readonly kind: 'disagree'; readonly id: string; readonly outcomes: readonly Outcome[] };

/** The tests of one file, or of several put together. */
export interface TestReport {
  readonly dialects: readonly TestDialect[];
  readonly counts: Counts;
  readonly tests: readonly TestResult[];
  readonly suites: readonly Suite[];
  readonly run: RunFacts;
  readonly notes: readonly ReportNote[];
}

/** Covered out of all. */
export interface Covered {
  readonly covered: number;
  readonly total: number;
}

/** Which tests ran a line of the application while they were called. */
export type Contexts =
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly why: string }
  | {
      readonly kind: 'known';
      /** Keys (`testKey`) of tests whose call ran a line inside a function of the application. */
      readonly touched: ReadonlySet<string>;
    };

/** Coverage as raw counts. A percentage is derived, never read. */
export interface CoverageReport {
  readonly dialect: CoverageDialect;
  readonly lines: Covered;
  /** null when branches were not measured, or there are none. */
  readonly branches: Covered | null;
  readonly contexts: Contexts;
}

/** What our pytest plugin wrote: node ids of the tests that there were to run. */
export interface CollectedReport {
  readonly collected: readonly string[];
  readonly deselected: readonly string[];
  readonly arguments: readonly string[];
  readonly exitCode: number | null;
}

/** One file, read. */
export type ReportFile =
  | { readonly kind: 'tests'; readonly report: TestReport }
  | { readonly kind: 'coverage'; readonly coverage: CoverageReport }
  | { readonly kind: 'collected'; readonly collected: CollectedReport };
