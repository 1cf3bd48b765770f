import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../interpreter/events.ts';
import { IDLE, reduce, runWord, type RunState, type RunUpdate } from './state.ts';

const follow = (...updates: readonly RunUpdate[]): RunState => updates.reduce(reduce, IDLE);
const passed: RunEvent = {
  kind: 'test',
  id: 't.py::a',
  outcome: 'passed',
  seconds: 0.1,
  failures: [],
  reason: '',
};
const queued = { kind: 'queued', run: 1 } as const;
const started = { kind: 'started', run: 1 } as const;

describe('the state of a run', () => {
  it('goes from idle by queued and running to finished, which is idle again in one word', () => {
    expect(runWord(follow(queued))).toBe('queued');
    expect(runWord(follow(queued, started))).toBe('running');
    const end = follow(
      queued,
      started,
      { kind: 'event', run: 1, event: passed },
      { kind: 'end', run: 1, end: { kind: 'finished' } },
    );
    expect(runWord(end)).toBe('idle');
    expect(end.kind === 'finished' && end.result.tests).toHaveLength(1);
  });

  it('keeps what came before a stop, a time-out or a fault', () => {
    for (const end of [
      { kind: 'stopped' },
      { kind: 'timeout', seconds: 10 },
      { kind: 'fault', fault: { kind: 'crashed', detail: 'x' } },
    ] as const) {
      const state = follow(
        queued,
        started,
        { kind: 'event', run: 1, event: passed },
        { kind: 'end', run: 1, end },
      );
      expect(state.kind).toBe(end.kind);
      expect('result' in state && state.result.tests).toHaveLength(1);
    }
  });

  it('does not hear late news: of an ended run, of another run, of a stage after the start', () => {
    const ended = follow(queued, started, { kind: 'end', run: 1, end: { kind: 'stopped' } });
    expect(reduce(ended, { kind: 'event', run: 1, event: passed })).toBe(ended);
    expect(reduce(ended, { kind: 'end', run: 1, end: { kind: 'finished' } })).toBe(ended);
    const running = follow(queued, started);
    expect(reduce(running, { kind: 'event', run: 2, event: passed })).toBe(running);
    expect(reduce(running, { kind: 'stage', run: 1, stage: { kind: 'importing' } })).toBe(running);
  });

  it('shows the stage while it waits', () => {
    const state = follow(queued, {
      kind: 'stage',
      run: 1,
      stage: { kind: 'downloading', loaded: 1, total: 2 },
    });
    expect(state.kind === 'queued' && state.stage).toEqual({ kind: 'downloading', loaded: 1, total: 2 });
  });

  it('forgets everything on reset', () => {
    expect(follow(queued, started, { kind: 'reset' })).toBe(IDLE);
  });
});
