import type { ChangeEntry } from '../model/changes.ts';
import { SCHEMA_VERSION } from '../model/feed.ts';
import type { RunFile } from '../model/run.ts';

const entry = (some: Partial<ChangeEntry> & { id: string }): ChangeEntry => ({
  was: null,
  now: null,
  category: null,
  pattern: null,
  message: null,
  previousMessage: null,
  movedFrom: null,
  ...some,
});

/** A small, sound run file for tests: one test of each kind of change, in a run that is whole. */
export function sampleRun(): RunFile {
  const coverage = {
    kind: 'counts',
    lines: { covered: 66, total: 100 },
    branches: null,
    at: '2026-02-02T10:00:00Z',
  } as const;
  return {
    schema: SCHEMA_VERSION,
    seq: 3,
    at: '2026-02-02T10:00:00Z',
    prev: 'a'.repeat(64),
    source: { commit: 'a1b2c3d', branch: 'main', runUrl: 'https://ci.example/7', runId: '7', inputs: [] },
    counts: {
      passing: 3,
      failing: 3,
      errors: 0,
      skipped: 1,
      xfailed: 0,
      xpassed: 0,
      total: 7,
      flaky: 1,
    },
    coverage,
    completeness: { kind: 'whole', collected: 7 },
    hollow: { count: 1, ofPassing: 3, at: '2026-02-02T10:00:00Z' },
    hollowTests: ['tests/test_ner.py::test_mock'],
    files: [
      {
        file: 'tests/test_ner.py',
        passed: ['test_extract', 'test_mock'],
        flaky: ['test_retry'],
        failed: [
          {
            name: 'test_flat',
            message: "TypeError: ner_extract_task() got multiple values for argument 'flat'",
            fingerprint: 'TypeError: ner_extract_task() got multiple values',
            category: 'celery',
            pattern: 'CEL001',
          },
          {
            name: 'test_moved[a::b]',
            message: 'ValueError: task_id must not be empty. Got None instead.',
            fingerprint: 'ValueError: task_id must not be empty',
            category: 'celery',
            pattern: 'CEL011',
          },
          {
            name: 'test_new',
            message: 'assert 500 == 200',
            fingerprint: 'assert 500 == 200',
            category: 'other',
            pattern: null,
          },
        ],
        skipped: ['test_aside'],
      },
    ],
    carried: [],
    changes: {
      counts: {
        comparedWith: 2,
        fixed: 1,
        stillFailing: 1,
        movedOn: 1,
        newlyFailing: 0,
        setAside: 1,
        vanished: 1,
        new: 1,
        newFailing: 1,
        removed: 0,
        notReported: 0,
        moved: 0,
      },
      lists: {
        fixed: [
          entry({
            id: 'tests/test_ner.py::test_extract',
            was: 'failed',
            now: 'passed',
            category: 'celery',
            pattern: 'CEL001',
            previousMessage: "TypeError: ner_extract_task() got multiple values for argument 'flat'",
          }),
        ],
        stillFailing: [
          entry({
            id: 'tests/test_ner.py::test_flat',
            was: 'failed',
            now: 'failed',
            category: 'celery',
            pattern: 'CEL001',
            message: "TypeError: ner_extract_task() got multiple values for argument 'flat'",
          }),
        ],
        movedOn: [
          entry({
            id: 'tests/test_ner.py::test_moved[a::b]',
            was: 'failed',
            now: 'failed',
            category: 'celery',
            pattern: 'CEL011',
            message: 'ValueError: task_id must not be empty. Got None instead.',
            previousMessage: "TypeError: ner_extract_task() got multiple values for argument 'flat'",
          }),
        ],
        newlyFailing: [],
        setAside: [
          entry({ id: 'tests/test_ner.py::test_aside', was: 'failed', now: 'skipped', category: 'celery' }),
        ],
        vanished: [entry({ id: 'tests/test_old.py::test_gone', was: 'error', category: 'other' })],
        new: [
          entry({
            id: 'tests/test_ner.py::test_new',
            now: 'failed',
            category: 'other',
            message: 'assert 500 == 200',
          }),
        ],
        removed: [],
        notReported: [],
        moved: [],
      },
    },
    tracked: [
      {
        id: 'tests/test_ner.py::test_extract',
        origin: 'baseline',
        state: 'fixed',
        sinceSeq: 3,
        category: 'celery',
        pattern: 'CEL001',
      },
      {
        id: 'tests/test_old.py::test_gone',
        origin: 'baseline',
        state: 'vanished',
        sinceSeq: 3,
        category: 'other',
        pattern: null,
      },
    ],
    phaseChanges: [],
    overrides: [],
  };
}
