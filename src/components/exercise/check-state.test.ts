import { describe, expect, it } from 'vitest';
import { NOTHING_YET, type PartialResult } from '../../interpreter/result.ts';
import type { RunState } from '../../runner/state.ts';
import { reduceCheck, type CheckState, type CheckUpdate } from './check-state.ts';

const start: CheckUpdate = { kind: 'start', mutants: ['one', 'two'] };
const stage = { kind: 'importing' } as const;

function result(outcome: 'passed' | 'failed'): PartialResult {
  return {
    ...NOTHING_YET,
    exitCode: outcome === 'passed' ? 0 : 1,
    seconds: 0.1,
    tests: [{ kind: 'test', id: 'test_a.py::test_a', outcome, seconds: 0.1, failures: [], reason: '' }],
  };
}

const news = (run: RunState): CheckUpdate => ({ kind: 'run', run });
const passed = news({ kind: 'finished', result: result('passed') });
const failed = news({ kind: 'finished', result: result('failed') });
const endless = news({ kind: 'timeout', seconds: 10, result: NOTHING_YET });

const after = (...updates: readonly CheckUpdate[]): CheckState =>
  updates.reduce(reduceCheck, { kind: 'idle' });

it('is solved when the test passes on the right app and fails on every broken one', () => {
  expect(after(start, passed, failed, failed)).toMatchObject({
    kind: 'judged',
    outcome: { kind: 'solved' },
    result: result('passed'),
  });
});

it('names every bug that is missed, and tries the others all the same', () => {
  expect(after(start, passed, passed, failed)).toMatchObject({
    outcome: { kind: 'misses', missed: ['one'] },
  });
  expect(after(start, passed, passed, passed)).toMatchObject({
    outcome: { kind: 'misses', missed: ['one', 'two'] },
  });
});

it('tries no bug with a test that fails on the right app', () => {
  expect(after(start, failed)).toMatchObject({ kind: 'judged', outcome: { kind: 'fails', failed: 1 } });
});

it('says of what it waits for', () => {
  expect(after(start, news({ kind: 'queued', run: 1, stage }))).toMatchObject({
    stage,
    phase: { kind: 'app' },
  });
  expect(after(start, news({ kind: 'running', run: 1, result: NOTHING_YET }))).toMatchObject({
    stage: undefined,
  });
  expect(after(start, passed, failed)).toMatchObject({
    kind: 'checking',
    phase: { kind: 'mutants', left: ['two'], missed: [] },
  });
});

describe('a run without end', () => {
  it('is told of the right app', () => {
    expect(after(start, endless)).toMatchObject({ kind: 'endless', seconds: 10 });
  });

  it('counts as noticed on a broken one: the test did end on the right one', () => {
    expect(after(start, passed, endless, failed)).toMatchObject({ outcome: { kind: 'solved' } });
  });
});

it.each([
  ['the right app', [start]],
  ['a broken one', [start, passed]],
] as const)('makes no verdict of a fault or a broken run on %s', (_where, updates) => {
  const fault = { kind: 'out-of-memory', detail: 'x' } as const;
  expect(after(...updates, news({ kind: 'fault', fault, result: NOTHING_YET }))).toEqual({
    kind: 'fault',
    fault,
  });
  expect(after(...updates, news({ kind: 'finished', result: NOTHING_YET }))).toMatchObject({
    kind: 'fault',
    fault: { kind: 'crashed' },
  });
});

it('hears nothing after a stop, and can begin again', () => {
  expect(after(start, passed, { kind: 'stop' }, passed)).toEqual({ kind: 'stopped' });
  expect(after(start, { kind: 'stop' }, start)).toMatchObject({ kind: 'checking' });
  expect(after({ kind: 'stop' }, passed)).toEqual({ kind: 'idle' });
});
