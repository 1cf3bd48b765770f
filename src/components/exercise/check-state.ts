/** How far a check of the reader's test has come: first the right app, then one broken app after the other. */
import { outcomeOnApp, outcomeOnMutants, type Outcome } from '../../exercises/outcome.ts';
import { finished, verdictOf, type PartialResult } from '../../interpreter/result.ts';
import type { Fault } from '../../runner/faults.ts';
import type { RunState, Stage } from '../../runner/state.ts';
import { mutantVerdict } from '../example/mutant-trial.ts';

/** What is being run: `left` are the mutants still to try, the first one now. */
export type Phase =
  | { readonly kind: 'app' }
  | { readonly kind: 'mutants'; readonly missed: readonly string[]; readonly left: readonly string[] };

export type CheckState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'checking';
      readonly phase: Phase;
      readonly mutants: readonly string[];
      /** Set while Python is fetched and started. */
      readonly stage: Stage | undefined;
      /** Of the run on the right app. */
      readonly result: PartialResult | undefined;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'endless'; readonly seconds: number; readonly result: PartialResult }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'judged'; readonly outcome: Outcome; readonly result: PartialResult };

export type CheckUpdate =
  | { readonly kind: 'start'; readonly mutants: readonly string[] }
  /** News of the run that the present phase asked for. */
  | { readonly kind: 'run'; readonly run: RunState }
  | { readonly kind: 'stop' }
  /** There is no runner. */
  | { readonly kind: 'fault'; readonly fault: Fault };

type Checking = CheckState & { kind: 'checking' };

/** Apply one update; news that nobody waits for changes nothing. */
export function reduceCheck(state: CheckState, update: CheckUpdate): CheckState {
  if (update.kind === 'start') {
    const stage = { kind: 'starting' } as const;
    return { kind: 'checking', phase: { kind: 'app' }, mutants: update.mutants, stage, result: undefined };
  }
  if (state.kind !== 'checking') return state;
  if (update.kind === 'stop') return { kind: 'stopped' };
  if (update.kind === 'fault') return { kind: 'fault', fault: update.fault };
  const { run } = update;
  switch (run.kind) {
    case 'idle':
      return state;
    case 'queued':
      return { ...state, stage: run.stage };
    case 'running':
      return { ...state, stage: undefined };
    case 'stopped':
      return { kind: 'stopped' };
    case 'fault':
      return { kind: 'fault', fault: run.fault };
    case 'finished':
    case 'timeout':
      return state.phase.kind === 'app' ? afterApp(state, run) : afterMutant(state, state.phase, run);
  }
}

type Ended = RunState & { kind: 'finished' | 'timeout' };

function afterApp(state: Checking, run: Ended): CheckState {
  const { result } = run;
  if (run.kind === 'timeout') return { kind: 'endless', seconds: run.seconds, result };
  if (!finished(result)) return { kind: 'fault', fault: BROKEN_OFF };
  const outcome = outcomeOnApp({ verdict: verdictOf(result), tests: result.tests, note: result.note });
  if (outcome) return { kind: 'judged', outcome, result };
  const phase = { kind: 'mutants', missed: [], left: state.mutants } as const;
  return goOn({ ...state, phase, result, stage: undefined }, phase, result);
}

function afterMutant(state: Checking, phase: Phase & { kind: 'mutants' }, run: Ended): CheckState {
  const verdict = mutantVerdict(run);
  // A run without a verdict must not pass for a bug that was noticed.
  if (verdict === 'not tried') return { kind: 'fault', fault: BROKEN_OFF };
  const [current, ...left] = phase.left;
  const missed = verdict === 'survived' && current !== undefined ? [...phase.missed, current] : phase.missed;
  const next = { kind: 'mutants', missed, left } as const;
  return goOn({ ...state, phase: next, stage: undefined }, next, state.result ?? run.result);
}

function goOn(state: Checking, phase: Phase & { kind: 'mutants' }, result: PartialResult): CheckState {
  if (phase.left.length > 0) return state;
  return { kind: 'judged', outcome: outcomeOnMutants(phase.missed), result };
}

const BROKEN_OFF: Fault = { kind: 'crashed', detail: 'The run ended without a verdict.' };
