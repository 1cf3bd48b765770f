/** How code looks, character by character: what a reader would see jump or change colour. */
import type { Locator } from '@playwright/test';

export interface Look {
  readonly text: string;
  /** For each character that shows: colour, weight and style. */
  readonly style: string;
  /** Of the first character, from the place's corner, in CSS pixels. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** The lines of a file, in the highlighted code or in Monaco, whichever is there. */
export async function linesOf(place: Locator): Promise<Look[]> {
  return await place.evaluate((home) => {
    const view = [...home.querySelectorAll<HTMLElement>('.view-line')];
    view.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
    const lines = view.length > 0 ? view : [...home.querySelectorAll<HTMLElement>('.line')];
    const corner = home.getBoundingClientRect();
    return lines.map((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const look = { text: '', style: '', left: -1, top: -1, right: -1 };
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        // Words beside a marked line are no part of the code.
        if (!parent || parent.closest('.code-editor-mark-words')) continue;
        const { color, fontStyle, fontWeight } = getComputedStyle(parent);
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (look.left < 0) [look.left, look.top] = [box.left - corner.left, box.top - corner.top];
        look.right = box.right - corner.left;
        for (const character of node.textContent ?? '') {
          const shown = character === '\u00a0' ? ' ' : character;
          look.text += shown;
          if (shown !== ' ') look.style += `${shown}{${color} ${Number(fontWeight) >= 600} ${fontStyle}}`;
        }
      }
      return look;
    });
  });
}
