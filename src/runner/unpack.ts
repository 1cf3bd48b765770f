/** The page's end of the worker that unpacks and checks files. */
import { RunnerFault } from './faults.ts';

/** What a file must be once it is unpacked. */
export interface Expected {
  readonly file: string;
  /** Bytes. */
  readonly length: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface UnpackOrder {
  readonly id: number;
  readonly packed: ArrayBuffer;
  readonly length: number;
  readonly sha256: string;
}

export type UnpackAnswer =
  | { readonly kind: 'unpacked'; readonly id: number; readonly content: Blob }
  | { readonly kind: 'damaged'; readonly id: number; readonly detail: string };

interface Waiting {
  readonly file: string;
  readonly resolve: (content: Blob) => void;
  readonly reject: (fault: RunnerFault) => void;
}

/** Unpacks one file after the other; make it for one load, and close it. */
export class Unpacker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 0;

  constructor() {
    this.#worker = new Worker(new URL('./unpack-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = (event: MessageEvent<UnpackAnswer>) => {
      this.#settle(event.data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      // Without a message, the script itself did not come.
      const fault = event.message
        ? new RunnerFault('start-failed', `unpacking: ${event.message}`)
        : new RunnerFault(
            navigator.onLine ? 'asset-missing' : 'offline',
            'the script that unpacks did not come',
          );
      for (const { reject } of this.#waiting.values()) reject(fault);
      this.#waiting.clear();
    };
  }

  /** @throws RunnerFault asset-changed, or why the worker is not there */
  async unpack(packed: ArrayBuffer, { file, length, sha256 }: Expected): Promise<Blob> {
    const id = this.#nextId++;
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { file, resolve, reject });
      this.#worker.postMessage({ id, packed, length, sha256 } satisfies UnpackOrder, [packed]);
    });
  }

  close(): void {
    this.#worker.terminate();
  }

  #settle(answer: UnpackAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === 'unpacked') waiting?.resolve(answer.content);
    else waiting?.reject(new RunnerFault('asset-changed', `${waiting.file}: ${answer.detail}`));
  }
}
