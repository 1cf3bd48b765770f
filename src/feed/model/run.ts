import * as v from 'valibot';
import { ChangeCounts, ChangeLists, GuardOverride } from './changes.ts';
import { Completeness, Counts, Coverage, Hollow } from './counts.ts';
import { TrackedTest } from './ledger.ts';
import { PhaseChange } from './phases.ts';
import {
  Address,
  field,
  Instant,
  list,
  PatternCode,
  Seq,
  Sha256,
  Slug,
  TestId,
  text,
  words,
} from './primitives.ts';
import { Source } from './source.ts';

// Names after the file: a test's id is file::name.
const names = v.exactOptional(list(words(2000), 200_000));

/** A failing or broken test of a run. */
const FailedTest = v.object({
  name: words(2000),
  message: field(text(1000), 'first line of the failure, cut'),
  fingerprint: field(words(100), 'equal for equal messages once paths and addresses are taken out'),
  category: v.nullable(Slug),
  pattern: v.nullable(PatternCode),
});

const failures = v.exactOptional(list(FailedTest, 200_000));

/** Outcomes of the tests of one file. A key that is not there is an empty list. */
export const FileOutcomes = v.object({
  file: words(2000),
  passed: names,
  flaky: names,
  failed: failures,
  error: failures,
  skipped: names,
  xfailed: names,
  xpassed: names,
});

/** `/runs/<seq>.json`: one run with every test's outcome. Written once and never changed. */
export const RunFile = v.object({
  schema: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,6}$/, 'not MAJOR.MINOR')),
  seq: Seq,
  at: Instant,
  prev: field(v.nullable(Sha256), 'SHA-256 of the run file before; null for the first'),
  source: Source,
  counts: Counts,
  coverage: v.nullable(Coverage),
  completeness: Completeness,
  arguments: field(
    v.exactOptional(list(list(text(2000), 1000), 500)),
    'what each run of pytest was told to collect; a run with other arguments is not compared for missing tests',
  ),
  hollow: field(v.nullable(Hollow), 'null when coverage came without contexts'),
  hollowTests: field(list(TestId, 200_000), 'passing tests that run no line of the app in their call phase'),
  files: list(FileOutcomes, 100_000),
  carried: field(
    list(FileOutcomes, 100_000),
    'last known outcomes of tests that this run did not report; empty in a whole run',
  ),
  changes: v.object({ counts: ChangeCounts, lists: ChangeLists }),
  tracked: field(list(TrackedTest, 200_000), 'every test that failed since the baseline'),
  phaseChanges: list(PhaseChange, 50),
  overrides: list(GuardOverride, 20),
});

/** `/runs/index.json`: every run, oldest first, chained by hash. */
export const RunIndex = v.object({
  schema: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,6}$/, 'not MAJOR.MINOR')),
  runs: list(
    v.object({
      seq: Seq,
      at: Instant,
      url: field(Address, 'relative to the index'),
      sha256: field(Sha256, 'of the run file'),
      prev: field(v.nullable(Sha256), 'of the run file before'),
      commit: v.nullable(words(100)),
      counts: Counts,
    }),
    100_000,
  ),
});

export type FailedTest = v.InferOutput<typeof FailedTest>;
export type FileOutcomes = v.InferOutput<typeof FileOutcomes>;
export type RunFile = v.InferOutput<typeof RunFile>;
export type RunIndex = v.InferOutput<typeof RunIndex>;
