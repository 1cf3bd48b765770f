/** Puts a style sheet into the page; all of them share one element, so that their order is kept. */
export function addStyle(sheet: string): void {
  element ??= document.head.appendChild(document.createElement('style'));
  element.append(sheet);
}

let element: HTMLStyleElement | undefined;
