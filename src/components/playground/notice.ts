/** News for the reader, and beside it the last thing that can be undone: no news takes that away. */
import { part } from '../example/variant-view.ts';

export class Notice {
  readonly #words: HTMLElement;
  readonly #undoWords: HTMLElement;
  readonly #button: HTMLElement;
  #undo: (() => string | undefined) | undefined;

  constructor(root: HTMLElement) {
    this.#words = part(root, '[data-notice-words]');
    this.#undoWords = part(root, '[data-undo-words]');
    this.#button = part(root, '[data-notice] [data-action="undo"]');
  }

  /** Empty words take the last news away. */
  say(words: string): void {
    this.#words.textContent = words;
  }

  /** @param undo takes back what was done; words of refusal if that can't be done now */
  offer(done: string, undo: () => string | undefined): void {
    this.#undo = undo;
    this.#undoWords.textContent = done;
    this.#button.hidden = false;
  }

  undo(): void {
    const refusal = this.#undo?.();
    this.say(refusal ?? '');
    if (refusal !== undefined) return;
    this.#undo = undefined;
    this.#undoWords.textContent = '';
    this.#button.hidden = true;
  }
}
