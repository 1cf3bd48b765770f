import { expect, it } from 'vitest';
import { NOTHING_YET } from '../../interpreter/result.ts';
import type { RunState } from '../../runner/state.ts';
import { mutantVerdict } from './mutant-trial.ts';

const finished = (exitCode: number): RunState => ({
  kind: 'finished',
  result: { ...NOTHING_YET, exitCode, seconds: 1 },
});

it.each([
  [finished(0), 'survived'],
  [finished(1), 'caught'],
  [finished(2), 'caught'],
  [{ kind: 'timeout', result: NOTHING_YET, seconds: 10 }, 'caught'],
  [{ kind: 'stopped', result: NOTHING_YET }, 'not tried'],
  [{ kind: 'fault', result: NOTHING_YET, fault: { kind: 'crashed', detail: '' } }, 'not tried'],
  [{ kind: 'finished', result: NOTHING_YET }, 'not tried'],
] as const)('%o is %s', (state, verdict) => {
  expect(mutantVerdict(state)).toBe(verdict);
});
