/**
 * A run that nobody sees. Engines compile WebAssembly when a function is first called, and the workers of a page
 * share what was compiled: after one run while the page is idle, the reader's own first run is several times faster.
 */
import type { FrameMessage, PageMessage, RunOrder } from './protocol.ts';

type State =
  | { readonly kind: 'wanted' }
  | { readonly kind: 'running'; readonly worker: number; readonly run: number }
  /** It has been, or somebody ran something in its place. */
  | { readonly kind: 'over' };

export class Throwaway {
  readonly #order: RunOrder;
  readonly #send: (message: PageMessage) => void;
  #state: State = { kind: 'wanted' };

  constructor(order: RunOrder, send: (message: PageMessage) => void) {
    this.#order = order;
    this.#send = send;
  }

  get isWanted(): boolean {
    return this.#state.kind === 'wanted';
  }

  /** Have a worker of its own run it. */
  start(worker: number, run: number): void {
    this.#state = { kind: 'running', worker, run };
    this.#send({ kind: 'spawn', worker });
  }

  /** @returns whether the message came from its worker. Nothing that it says matters, only that it has ended. */
  receives(message: FrameMessage): boolean {
    const state = this.#state;
    if (state.kind !== 'running' || !('worker' in message) || message.worker !== state.worker) return false;
    if (message.kind === 'ready') {
      this.#send({ kind: 'run', worker: state.worker, run: state.run, request: this.#order });
    } else if (message.kind === 'end') {
      // The bench waits for it.
      performance.mark('redgreen:warm');
      this.cancel();
    } else if (message.kind === 'crashed' || message.kind === 'restore-failed') {
      this.cancel();
    }
    return true;
  }

  /** End it: a reader's run needs the core. */
  cancel(): void {
    if (this.#state.kind === 'running') this.#send({ kind: 'terminate', worker: this.#state.worker });
    this.#state = { kind: 'over' };
  }
}
