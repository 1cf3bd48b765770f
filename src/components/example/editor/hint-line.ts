/**
 * The line below an open editor: what Tab and Escape do, why a line is marked, and the way out for a
 * reader without a keyboard. A page that shows a line there anyway (`[data-editor-hint]`) lends its
 * place, so that nothing moves when the editor opens.
 */
export class HintLine {
  readonly id: string;
  readonly #element: HTMLElement;
  readonly #before: readonly Node[] | undefined;
  readonly #keys = document.createElement('span');
  readonly #mark = document.createElement('span');

  constructor(place: HTMLElement, onClose: (() => void) | undefined) {
    const lent = place.querySelector<HTMLElement>('[data-editor-hint]');
    this.#element = lent ?? document.createElement('p');
    this.#before = lent ? [...lent.childNodes] : undefined;
    this.id = `editor-keys-${++count}`;
    this.#keys.id = this.id;
    // What changes here while the reader types is said politely: the new meaning of Tab, a mark.
    this.#keys.role = 'status';
    this.#mark.className = 'code-editor-mark';
    this.#element.classList.add('code-editor-hint');
    this.#element.replaceChildren(this.#keys, this.#mark, ...(onClose ? [doneButton(onClose)] : []));
    if (!lent) place.append(this.#element);
  }

  setKeys(text: string): void {
    this.#keys.textContent = text;
  }

  setMark(text: string): void {
    this.#mark.textContent = text;
  }

  dispose(): void {
    this.#element.classList.remove('code-editor-hint');
    if (this.#before) this.#element.replaceChildren(...this.#before);
    else this.#element.remove();
  }
}

let count = 0;

function doneButton(onClose: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-editor-done';
  button.textContent = 'Done';
  button.addEventListener('click', (event) => {
    // The place listens for clicks that open the editor.
    event.stopPropagation();
    onClose();
  });
  return button;
}

/** What Tab does, and how to change it, in words. */
export function tabKeyHint(movesFocus: boolean): string {
  const toggle = isApple() ? 'Control+Shift+M' : 'Ctrl+M';
  return movesFocus
    ? `Tab leaves the editor; ${toggle} makes it indent. Esc closes.`
    : `Tab indents; ${toggle} makes it leave the editor again. Esc closes.`;
}

/** As Monaco decides it: its keys differ there. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
