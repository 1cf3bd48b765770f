/** A place where verify can run tests: Pyodide under Node, or native CPython. */
import { addEvent, finished, NOTHING_YET, type RunResult } from '../../src/interpreter/result.ts';
import { parseRunEvent } from '../../src/interpreter/events.ts';
import type { Files } from '../../src/patterns/pattern.ts';

export interface RunJob {
  readonly files: Files;
  /** pytest's arguments. */
  readonly arguments: readonly string[];
}

export interface HostRun {
  readonly result: RunResult;
  /** Files that Python read from its archives, as `archive:path`; empty where there are none. */
  readonly reads: readonly string[];
}

export interface Host {
  readonly name: 'pyodide' | 'cpython';
  /** Changes whenever a result may: part of the cache's key. */
  readonly fingerprint: string;
  /** Run in a fresh interpreter and folder. @throws Error if the run has no end of its own. */
  run(job: RunJob): Promise<HostRun>;
  close(): Promise<void>;
}

/** Seconds that one run may take before it counts as hanging. */
export const RUN_LIMIT = 60;

/** Fold the events of a run, one JSON text each. */
export function resultOf(events: readonly string[], where: string): RunResult {
  const result = events.reduce((sum, json) => {
    const event = parseRunEvent(json);
    if (!event) throw new Error(`${where} sent an event that is none: ${json.slice(0, 500)}`);
    return addEvent(sum, event);
  }, NOTHING_YET);
  const whole = finished(result);
  if (!whole) throw new Error(`${where} broke off before pytest finished`);
  return whole;
}
