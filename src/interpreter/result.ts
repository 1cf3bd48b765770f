/** A whole run, folded from its events. */
import type { FinishedEvent, RunEvent, TestResult } from './events.ts';

/** Verdict of a run in one word; `none` while nothing was decided (no tests, pytest itself broke off). */
export type Verdict = 'passed' | 'failed' | 'error' | 'none';

export interface RunResult {
  /** Versions by package name; `python` is always there. */
  readonly versions: Readonly<Record<string, string>>;
  /** Tests that pytest collected. */
  readonly collected: number;
  readonly tests: readonly TestResult[];
  /** pytest's exit code; see `FinishedEvent`. */
  readonly exitCode: number;
  /** Wall time of the run inside its interpreter, in seconds. */
  readonly seconds: number;
  /** Seconds of sleep that passed at once. */
  readonly skippedSeconds: number;
  /** Why the run can't be believed; empty if it can. */
  readonly note: string;
  readonly warnings: FinishedEvent['warnings'];
  /** pytest's own report. */
  readonly console: string;
  readonly output: readonly OutputPart[];
  /** Set when more was printed than is kept. */
  readonly tail?: OutputTail;
}

export interface OutputPart {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  readonly test: string | null;
}

export interface OutputTail {
  readonly text: string;
  readonly leftOutCharacters: number;
  readonly leftOutLines: number;
}

/** A run as far as it has come; what a stopped or broken run leaves behind. */
export type PartialResult = Omit<RunResult, 'exitCode' | 'seconds'> & {
  readonly exitCode?: number;
  readonly seconds?: number;
};

export const NOTHING_YET: PartialResult = {
  versions: {},
  collected: 0,
  tests: [],
  warnings: [],
  skippedSeconds: 0,
  note: '',
  console: '',
  output: [],
};

/** Most tests kept of one run; a forged stream must not fill the page's memory. */
const MOST_TESTS = 20_000;

/** Fold one event into the result so far. */
export function addEvent(result: PartialResult, event: RunEvent): PartialResult {
  switch (event.kind) {
    case 'started':
      return { ...result, versions: event.versions };
    case 'collected':
      return { ...result, collected: event.count };
    case 'test':
      return result.tests.length >= MOST_TESTS ? result : { ...result, tests: [...result.tests, event] };
    case 'output':
      return addOutput(result, event);
    case 'output-tail': {
      const { text, leftOutCharacters, leftOutLines } = event;
      return { ...result, tail: { text, leftOutCharacters, leftOutLines } };
    }
    case 'finished':
      return {
        ...result,
        collected: event.collected,
        exitCode: event.exitCode,
        seconds: event.seconds,
        skippedSeconds: event.skippedSeconds,
        note: event.note,
        warnings: event.warnings,
      };
  }
}

/** Most characters of output kept on the page, whatever the sandbox sends. */
const MOST_OUTPUT = 250_000;

function addOutput(result: PartialResult, event: RunEvent & { kind: 'output' }): PartialResult {
  const { stream, text, test } = event;
  if (stream === 'console') {
    return { ...result, console: (result.console + text).slice(0, MOST_OUTPUT) };
  }
  const size = result.output.reduce((sum, part) => sum + part.text.length, 0);
  if (size >= MOST_OUTPUT) return result;
  const last = result.output.at(-1);
  if (last?.stream === stream && last.test === test) {
    const joined = { stream, text: last.text + text, test };
    return { ...result, output: [...result.output.slice(0, -1), joined] };
  }
  return { ...result, output: [...result.output, { stream, text, test }] };
}

/** The finished result, or undefined while the run goes on or when it was cut short. */
export function finished(result: PartialResult): RunResult | undefined {
  const { exitCode, seconds } = result;
  if (exitCode === undefined || seconds === undefined) return undefined;
  return { ...result, exitCode, seconds };
}

/** What pytest's exit code and the tests say, in one word. */
export function verdictOf(result: PartialResult): Verdict {
  if (result.exitCode === undefined) return 'none';
  // A run that can't be believed must not look passed.
  if (result.note !== '') return 'error';
  if (result.tests.some((test) => test.outcome === 'error')) return 'error';
  if (result.exitCode === 0) return 'passed';
  return result.exitCode === 1 ? 'failed' : result.exitCode === 5 ? 'none' : 'error';
}
