/** The page's end of the sandbox: makes the frame, sends orders, lets only the frame's own messages in. */
import type { RuntimeManifest } from './assets.ts';
import { RunnerFault } from './faults.ts';
import { parseFrameMessage, type FrameMessage, type PageMessage, type SandboxCode } from './protocol.ts';

/** How long the frame may take to answer, in milliseconds; it runs a few lines of script. */
const FRAME_PATIENCE = 15_000;

export class SandboxFrame {
  readonly #element: HTMLIFrameElement;
  readonly #listeners = new Set<(message: FrameMessage) => void>();

  private constructor(element: HTMLIFrameElement) {
    this.#element = element;
    addEventListener('message', this.#receive);
  }

  /** Make the frame. @throws RunnerFault frame-blocked, start-failed */
  static async open(manifest: RuntimeManifest): Promise<SandboxFrame> {
    const element = document.createElement('iframe');
    // allow-scripts alone: an opaque origin, no access to the page, its storage, windows or forms.
    element.setAttribute('sandbox', 'allow-scripts');
    element.title = 'Python runs in here';
    element.hidden = true;
    element.srcdoc = frameDocument(manifest);
    const frame = new SandboxFrame(element);
    try {
      const ready = frame.#next('frame-ready');
      document.body.append(element);
      await ready;
      return frame;
    } catch (problem) {
      frame.close();
      throw problem;
    }
  }

  /** Give it what workers start with; from then on it can make some. @throws RunnerFault frame-blocked, start-failed */
  async load(code: SandboxCode): Promise<void> {
    const loaded = this.#next('loaded');
    this.send({ kind: 'load', code });
    await loaded;
  }

  send(message: PageMessage): void {
    // The frame's origin is opaque and cannot be named; the window is ours.
    this.#element.contentWindow?.postMessage(message, '*');
  }

  /** Hear the frame's messages; returns what stops it. */
  listen(listener: (message: FrameMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    removeEventListener('message', this.#receive);
    this.#listeners.clear();
    this.#element.remove();
  }

  readonly #receive = (event: MessageEvent): void => {
    if (event.source === null || event.source !== this.#element.contentWindow) return;
    const message = parseFrameMessage(event.data);
    if (!message) return;
    for (const listener of [...this.#listeners]) listener(message);
  };

  #next(kind: 'frame-ready' | 'loaded'): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(
          new RunnerFault(
            'frame-blocked',
            `the frame did not answer (${kind}) within ${FRAME_PATIENCE / 1000} s`,
          ),
        );
      }, FRAME_PATIENCE);
      const stop = this.listen((message) => {
        if (message.kind !== kind && message.kind !== 'frame-failed') return;
        clearTimeout(timer);
        stop();
        if (message.kind === 'frame-failed') reject(new RunnerFault('start-failed', message.detail));
        else resolve();
      });
    });
  }
}

function frameDocument(manifest: RuntimeManifest): string {
  const policy = [
    "default-src 'none'",
    `script-src '${manifest.frame.csp}' 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Python</title><script>${manifest.frame.script}</script>`;
}
