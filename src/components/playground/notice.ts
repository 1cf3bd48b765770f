/** One line of news for the reader, with a way to undo what it speaks of. */
import { part } from '../example/variant-view.ts';

export class Notice {
  readonly #words: HTMLElement;
  readonly #button: HTMLElement;
  #undo: (() => string | undefined) | undefined;

  constructor(root: HTMLElement) {
    this.#words = part(root, '[data-notice-words]');
    this.#button = part(root, '[data-notice] [data-action="undo"]');
  }

  /** @param undo takes it back; words of refusal if that can't be done now */
  say(words: string, undo?: () => string | undefined): void {
    this.#words.textContent = words;
    this.#undo = undo;
    this.#button.hidden = undo === undefined;
  }

  undo(): void {
    const undo = this.#undo;
    if (!undo) return;
    const refusal = undo();
    if (refusal === undefined) this.say('');
    else this.say(refusal, undo);
  }
}
