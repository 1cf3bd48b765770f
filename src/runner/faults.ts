/**
 * What can go wrong with the runner itself, as a closed set with words for the reader. A test that
 * fails is no fault; a fault means that there is no live verdict, and the recorded one stays.
 */
export type FaultKind =
  | 'unsupported'
  | 'offline'
  | 'asset-missing'
  | 'asset-changed'
  | 'frame-blocked'
  | 'out-of-memory'
  | 'crashed'
  | 'start-failed';

/** A fault as it happened; `detail` is for the curious and for bug reports. */
export interface Fault {
  readonly kind: FaultKind;
  readonly detail: string;
}

/** Thrown inside the runner, never shown as it is. */
export class RunnerFault extends Error {
  override readonly name = 'RunnerFault';
  readonly fault: Fault;

  constructor(kind: FaultKind, detail: string) {
    super(`${kind}: ${detail}`);
    this.fault = { kind, detail };
  }
}

/** What the reader is told: what happened, and what to do. */
export const FAULT_WORDS: Readonly<Record<FaultKind, { readonly says: string; readonly hint: string }>> = {
  unsupported: {
    says: 'This browser cannot run Python here.',
    hint: 'It needs WebAssembly and workers: use a current version of Chrome, Edge, Firefox or Safari.',
  },
  offline: {
    says: 'Python could not be fetched: there is no connection to this site.',
    hint: 'Connect again and press “Try again”. Your edits are kept.',
  },
  'asset-missing': {
    says: 'A part of Python is missing on this site.',
    hint: 'The site was probably updated while this page was open: reload the page. Your edits are kept.',
  },
  'asset-changed': {
    says: 'A part of Python is not the one this page was built with, so it was not run.',
    hint: 'Reload the page. If that does not help, something between you and this site changes files.',
  },
  'frame-blocked': {
    says: 'The frame that Python runs in did not start.',
    hint: 'A browser extension or a company policy may block it: allow frames for this site and try again.',
  },
  'out-of-memory': {
    says: 'Python ran out of memory.',
    hint: 'A list that grows without end is the usual cause. The next run starts afresh.',
  },
  crashed: {
    says: 'Python itself stopped in the middle of the run.',
    hint: 'os._exit, os.abort or a very deep recursion can do that. The next run starts afresh.',
  },
  'start-failed': {
    says: 'Python did not start.',
    hint: 'Close other tabs if the device is short of memory, and try again.',
  },
};

/** Tell apart why a worker died; engines only give a text. */
export function faultOfCrash(detail: string, whileRunning: boolean): Fault {
  if (
    /out of memory|memory access out of bounds|Cannot enlarge memory|Array buffer allocation/i.test(detail)
  ) {
    return { kind: 'out-of-memory', detail };
  }
  return { kind: whileRunning ? 'crashed' : 'start-failed', detail };
}
