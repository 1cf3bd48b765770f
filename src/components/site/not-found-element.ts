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
        this.answer(`There is no pattern ${finding.code}.`, finding.near, base);
        break;
      case 'unknown':
        this.answer(`There is nothing at ${location.pathname}.`, [], base);
        break;
    }
  }

  private answer(text: string, near: readonly string[], base: string): void {
    const place = this.querySelector('[role=status]');
    if (!place) return;
    const links = near.flatMap((code, index) => [index === 0 ? ' Did you mean ' : ' or ', link(base, code)]);
    place.replaceChildren(text, ...links, links.length > 0 ? '?' : '');
  }
}

function link(base: string, code: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = withBase(base, `p/${code}/`);
  anchor.textContent = code;
  return anchor;
}

/** The page's own data, written by NotFound.astro. */
function readCodes(json: string | undefined): Codes {
  return json === undefined ? { known: [], retired: {}, slugs: {} } : (JSON.parse(json) as Codes);
}

customElements.define('not-found-help', NotFoundHelp);
