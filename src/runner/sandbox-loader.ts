/** Opens the sandbox, once, and gives it what it is made of as that arrives. */
import { fetchArchives, fetchFirst, type OnProgress, type RuntimeManifest } from './assets.ts';
import { RunnerFault } from './faults.ts';
import type { FrameMessage, PageMessage, SandboxMemory } from './protocol.ts';
import { SandboxFrame } from './sandbox-frame.ts';

/** Who uses the sandbox hears of it here. */
export interface SandboxUser {
  readonly onMessage: (message: FrameMessage) => void;
  /** Workers can be made; what they need to become ready is still on its way. */
  readonly onOpened: () => void;
  /** What was opened is gone, with all its workers. */
  readonly onLost: () => void;
  /** Of what the first verdict needs. */
  readonly onProgress: OnProgress;
  /** The first verdict's part is there. */
  readonly onLoaded: () => void;
  /** Of the rest of the archives. */
  readonly onRestProgress: OnProgress;
  /** Everything has been fetched. */
  readonly onWhole: () => void;
}

export class SandboxLoader {
  readonly #manifest: RuntimeManifest;
  readonly #base: string;
  readonly #user: SandboxUser;
  #loading: Promise<void> | undefined;
  #completing: Promise<void> | undefined;
  #frame: SandboxFrame | undefined;
  #ends: SandboxMemory['ends'] | undefined;

  /** @param base where the runtime's files are: the site's base and `runtime/`. */
  constructor(manifest: RuntimeManifest, base: string, user: SandboxUser) {
    this.#manifest = manifest;
    this.#base = base;
    this.#user = user;
  }

  /** Whether workers can be made. */
  get isOpen(): boolean {
    return this.#frame !== undefined;
  }

  /** Does nothing where nothing is open: who was to hear it is gone too. */
  send(message: PageMessage): void {
    this.#frame?.send(message);
  }

  /** Have everything that the first verdict needs. @throws RunnerFault; the next call tries again */
  async load(): Promise<void> {
    this.#loading ??= this.#load().catch((problem: unknown) => {
      // The next try starts from nothing; what could be fetched is in the browser's cache.
      this.#loading = undefined;
      throw problem;
    });
    await this.#loading;
  }

  /** Have the rest of the archives too. @throws RunnerFault; the next call tries again */
  async complete(): Promise<void> {
    this.#completing ??= this.#complete().catch((problem: unknown) => {
      this.#completing = undefined;
      throw problem;
    });
    await this.#completing;
  }

  async #load(): Promise<void> {
    if (!isSupported()) throw new RunnerFault('unsupported', navigator.userAgent);
    const { code, memory } = fetchFirst(this.#manifest, this.#base, this.#user.onProgress);
    // Each is awaited in its turn below; one that fails before is no unheard rejection.
    void Promise.allSettled([code, memory]);
    const frame = await SandboxFrame.open(this.#manifest);
    try {
      await frame.load(await code);
      frame.listen(this.#user.onMessage);
      this.#frame = frame;
      this.#user.onOpened();
      const loaded = await memory;
      frame.send({ kind: 'memory', memory: loaded });
      this.#ends = loaded.ends;
      this.#user.onLoaded();
    } catch (problem) {
      frame.close();
      this.#frame = undefined;
      this.#user.onLost();
      throw problem;
    }
  }

  async #complete(): Promise<void> {
    await this.load();
    if (!this.#ends) return;
    const { onRestProgress, onWhole } = this.#user;
    const archives = await fetchArchives(this.#manifest, this.#base, this.#ends, onRestProgress);
    this.#ends = undefined;
    this.send({ kind: 'complete', archives });
    onWhole();
  }
}

function isSupported(): boolean {
  return (
    typeof WebAssembly === 'object' &&
    typeof Worker === 'function' &&
    typeof DecompressionStream === 'function'
  );
}
