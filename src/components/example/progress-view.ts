/** Shows how far Python has come while a reader waits for it: stage, megabytes, seconds. */
import type { Stage } from '../../runner/state.ts';
import { part } from './variant-view.ts';
import { megabyteWords } from './words.ts';

export class ProgressView {
  readonly #box: HTMLElement;
  readonly #bar: HTMLProgressElement;
  readonly #words: HTMLElement;
  #stage: Stage | undefined;
  #since = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(root: HTMLElement) {
    this.#box = part(root, '[data-progress]');
    this.#bar = part<HTMLProgressElement>(this.#box, 'progress');
    this.#words = part(this.#box, '[data-progress-words]');
  }

  /** Show a stage; undefined when nobody waits any more. */
  show(stage: Stage | undefined): void {
    this.#stage = stage;
    if (!stage) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#box.hidden = true;
      return;
    }
    if (this.#timer === undefined) {
      this.#since = performance.now();
      this.#timer = setInterval(() => {
        this.#write();
      }, 1000);
      this.#box.hidden = false;
    }
    this.#write();
  }

  #write(): void {
    if (!this.#stage) return;
    const seconds = Math.floor((performance.now() - this.#since) / 1000);
    this.#words.textContent = `${stageWords(this.#stage)}, ${seconds} s`;
    if (this.#stage.kind === 'downloading' && this.#stage.total > 0) {
      this.#bar.value = this.#stage.loaded / this.#stage.total;
    } else {
      this.#bar.removeAttribute('value');
    }
  }
}

/** A stage in the reader's words. */
export function stageWords(stage: Stage): string {
  switch (stage.kind) {
    case 'downloading':
      return stage.total > 0
        ? `Fetching Python: ${megabyteWords(stage.loaded, stage.total)}`
        : 'Fetching Python';
    case 'starting':
      return 'Starting Python';
    case 'importing':
      return 'Importing pytest and Celery';
  }
}
