/** A run's state as it is announced. */
import { runWord, type RunState } from '../../runner/state.ts';
import { verdictWords } from './verdict.ts';

export function spokenState(state: RunState): string {
  if (state.kind === 'finished') return verdictWords(state.result);
  return state.kind === 'timeout' ? 'stopped by the time limit' : runWord(state);
}
