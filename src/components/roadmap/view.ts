/** What the parts of the roadmap page share: they are drawn once by the build and again in the page. */
import { plain } from '../../feed/live/words.ts';
import { element, type ElementNode, type TreeNode } from '../example/tree.ts';

/** What a part needs besides the feed. */
export interface ViewContext {
  /** address of a page of this site, from its path below the base */
  readonly url: (path: string) => string;
  /** address of a link that the feed gives, or null where it may not become one */
  readonly link: (address: string | null) => string | null;
  /** pattern codes that have a page */
  readonly codes: ReadonlySet<string>;
}

export type Attributes = Readonly<Record<string, string>>;
/** A child of an element; false and undefined are left out. */
export type Child = TreeNode | false | undefined;

/** {@link element} with children that may be left out by a condition. */
export const h = (tag: string, attributes: Attributes, ...children: readonly Child[]): ElementNode =>
  element(tag, attributes, ...children.map((child) => (child === false ? undefined : child)));

/** A figure that is marked when a newer feed changes it; `key` names it on the whole page. */
export const figure = (key: string, text: string, attributes: Attributes = {}): ElementNode =>
  h('span', { ...attributes, 'data-figure': key }, text);

/** A link where the address may be one, text where it may not. The text is a stranger's. */
export function linkOrText(address: string | null, text: string, context: ViewContext): TreeNode {
  const href = context.link(address);
  return href === null ? plain(text) : h('a', { href }, plain(text));
}

/** A pattern's code: a link to its page as soon as that exists. */
export const patternCode = (code: string, context: ViewContext): ElementNode =>
  context.codes.has(code)
    ? h('a', { href: context.url(`p/${code}/`), class: 'code' }, code)
    : h('span', { class: 'code' }, code);

/** Pattern codes with spaces between them. */
export const patternCodes = (codes: readonly string[], context: ViewContext): TreeNode[] =>
  codes.flatMap((code, index) => [...(index > 0 ? [' '] : []), patternCode(code, context)]);

/** A table that scrolls by itself where it is too wide; keyboard users can reach it. */
export function table(
  label: string,
  head: readonly string[],
  rows: readonly (readonly (TreeNode | TreeNode[])[])[],
  attributes: Attributes = {},
): ElementNode {
  const cell = (content: TreeNode[], index: number): ElementNode => {
    if (index === 0) return h('th', { scope: 'row' }, ...content);
    // A dash says "no figure" in a row of figures; in a block of its own it is left out.
    const empty = content.length === 1 && content[0] === '–' ? { 'data-empty': '' } : {};
    return h('td', { 'data-label': head[index] ?? '', ...empty }, h('div', {}, ...content));
  };
  const cells = (row: readonly (TreeNode | TreeNode[])[]): ElementNode[] =>
    row.map((content, index) => cell([content].flat(), index));
  return h(
    'div',
    { class: 'table', role: 'region', 'aria-label': label, tabindex: '0', ...attributes },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...head.map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...cells(row)))),
    ),
  );
}
