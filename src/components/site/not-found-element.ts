import { find, type Codes } from './not-found.ts';
import { stripBase, withBase } from './url.ts';

/** `<not-found-help data-codes data-base>`: goes where the address meant, or says what it could not find. */
class NotFoundHelp extends HTMLElement {
  connectedCallback(): void {
    const base = this.dataset.base ?? '/';
    const path = stripBase(base, location.pathname) ?? '';
    const finding = find(path, readCodes(this.dataset.codes));
    switch (finding.kind) {
      case 'redirect':
        // The asked address must not stay in the history, or "back" would come here again.
        location.replace(withBase(base, finding.path) + location.search + location.hash);
        break;
      case 'unknown-code':
        this.answer(`There is no pattern ${finding.code}.`);
        break;
      case 'unknown':
        this.answer(`There is nothing at ${location.pathname}.`);
        break;
    }
  }

  private answer(text: string): void {
    const place = this.querySelector('[role=status]');
    if (place) place.textContent = text;
  }
}

/** The page's own data, written by NotFound.astro. */
function readCodes(json: string | undefined): Codes {
  return json === undefined ? { known: [], retired: {} } : (JSON.parse(json) as Codes);
}

customElements.define('not-found-help', NotFoundHelp);
