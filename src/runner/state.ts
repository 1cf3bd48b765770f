/** The state of one variant's run, as the page shows it: a tagged union and a pure reducer. */
import { addEvent, NOTHING_YET, type PartialResult } from '../interpreter/result.ts';
import type { RunEvent } from '../interpreter/events.ts';
import type { Fault } from './faults.ts';

/** What the reader sees while Python is fetched and started. */
export type Stage =
  | { readonly kind: 'downloading'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'starting' }
  | { readonly kind: 'importing' };

export type RunState =
  | { readonly kind: 'idle' }
  /** Waiting for an interpreter; `stage` says how far it has come. */
  | { readonly kind: 'queued'; readonly run: number; readonly stage: Stage }
  | { readonly kind: 'running'; readonly run: number; readonly result: PartialResult }
  /** pytest came to its end: the verdict is in the result. */
  | { readonly kind: 'finished'; readonly result: PartialResult }
  | { readonly kind: 'stopped'; readonly result: PartialResult }
  | { readonly kind: 'timeout'; readonly result: PartialResult; readonly seconds: number }
  | { readonly kind: 'fault'; readonly result: PartialResult; readonly fault: Fault };

export type RunUpdate =
  | { readonly kind: 'queued'; readonly run: number }
  | { readonly kind: 'stage'; readonly run: number; readonly stage: Stage }
  | { readonly kind: 'started'; readonly run: number }
  | { readonly kind: 'event'; readonly run: number; readonly event: RunEvent }
  | { readonly kind: 'end'; readonly run: number; readonly end: RunEnd }
  | { readonly kind: 'reset' };

/** How a run ended; each run has exactly one. */
export type RunEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'fault'; readonly fault: Fault };

export const IDLE: RunState = { kind: 'idle' };

/** Apply one update. Late news of another run, or of one that has ended, changes nothing. */
export function reduce(state: RunState, update: RunUpdate): RunState {
  if (update.kind === 'reset') return IDLE;
  if (update.kind === 'queued') return { kind: 'queued', run: update.run, stage: { kind: 'starting' } };
  if (state.kind !== 'queued' && state.kind !== 'running') return state;
  if (state.run !== update.run) return state;
  switch (update.kind) {
    case 'stage':
      return state.kind === 'queued' ? { ...state, stage: update.stage } : state;
    case 'started':
      return state.kind === 'queued' ? { kind: 'running', run: state.run, result: NOTHING_YET } : state;
    case 'event':
      return state.kind === 'running' ? { ...state, result: addEvent(state.result, update.event) } : state;
    case 'end': {
      const result = state.kind === 'running' ? state.result : NOTHING_YET;
      return { ...update.end, result };
    }
  }
}

/** The word of `data-run`; a finished run is idle again. */
export function runWord(state: RunState): 'idle' | 'queued' | 'running' | 'stopped' | 'timeout' | 'fault' {
  return state.kind === 'finished' ? 'idle' : state.kind;
}
