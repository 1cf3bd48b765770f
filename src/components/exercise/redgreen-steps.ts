/** `<redgreen-steps>`: marks the steps that the reader has solved, and leads to the next one. */
import { part } from '../example/variant-view.ts';
import { Progress, PROGRESS_KEY, progressWords } from './progress.ts';
import { nextStep, onWords, summaryWords } from './step-words.ts';

class RedgreenSteps extends HTMLElement {
  readonly #progress = new Progress();
  #published = '';

  connectedCallback(): void {
    this.#published = part(this, '[data-summary]').textContent;
    part(this, '[data-forget]').addEventListener('click', this.#forget);
    addEventListener('storage', this.#onStorage);
    addEventListener('pageshow', this.#show);
    const words = progressWords(this.#progress.keeping());
    if (words !== undefined) {
      const keeping = part(this, '[data-keeping]');
      keeping.textContent = words;
      keeping.hidden = false;
    }
    this.#show();
    this.dataset.ready = '';
  }

  disconnectedCallback(): void {
    removeEventListener('storage', this.#onStorage);
    removeEventListener('pageshow', this.#show);
  }

  /** Another tab has solved a step, or has forgotten all. */
  readonly #onStorage = (event: StorageEvent): void => {
    if (event.key === PROGRESS_KEY || event.key === null) this.#show();
  };

  readonly #forget = (): void => {
    this.#progress.forget();
    this.#show();
    part(this, '[data-on]').focus();
  };

  readonly #show = (): void => {
    const solved = this.#progress.solved();
    const items = [...this.querySelectorAll<HTMLElement>('[data-step]')];
    const ids = items.map((item) => item.dataset.step ?? '');
    for (const item of items) {
      const isSolved = solved.has(item.dataset.step ?? '');
      part(item, '[data-solved]').hidden = !isSolved;
      item.classList.toggle('is-solved', isSolved);
    }
    const count = ids.filter((id) => solved.has(id)).length;
    const next = nextStep(ids, solved);
    const on = part<HTMLAnchorElement>(this, '[data-on]');
    on.textContent = onWords(next);
    on.href = part<HTMLAnchorElement>(items[next ?? 0] ?? this, 'a').href;
    part(this, '[data-forget]').hidden = count === 0;
    const words = count === 0 ? this.#published : summaryWords(count, ids.length);
    const summary = part(this, '[data-summary]');
    // Written only when it is news, or a screen reader would say it again.
    if (summary.textContent !== words) summary.textContent = words;
  };
}

customElements.define('redgreen-steps', RedgreenSteps);
