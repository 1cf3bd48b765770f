/** Says where the files come from, above them. */
import { element, toDom } from '../example/tree.ts';
import { part } from '../example/variant-view.ts';
import { BANNER_BUTTONS, bannerWords, type Banner } from './arrival.ts';

export class BannerView {
  readonly #box: HTMLElement;

  constructor(box: HTMLElement) {
    this.#box = box;
  }

  show(banner: Banner): void {
    const { words, actions } = bannerWords(banner);
    this.#box.hidden = banner.kind === 'none';
    this.#box.dataset.kind = banner.kind;
    const place = part(this.#box, '[data-banner-words]');
    // Written anew, the same words would be a new text to whoever has it read out.
    if (place.textContent === words) return;
    place.textContent = words;
    part(this.#box, '[data-banner-buttons]').replaceChildren(
      ...actions.map((action) =>
        toDom(element('button', { type: 'button', 'data-action': action }, BANNER_BUTTONS[action])),
      ),
    );
  }
}
