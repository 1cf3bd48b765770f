/**
 * A small tree of elements that is made once and written twice: as HTML by the build, as DOM nodes in
 * the page. Text from strangers can only ever become text.
 */
export interface ElementNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TreeNode[];
}
export type TreeNode = ElementNode | string;

/** Make an element; children that are undefined are left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (TreeNode | undefined)[]
): ElementNode {
  return { tag, attributes, children: children.filter((child) => child !== undefined) };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Write as HTML, for the build. */
export function toHtml(node: TreeNode): string {
  if (typeof node === 'string') return escape(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${node.tag}${attributes.join('')}>${node.children.map(toHtml).join('')}</${node.tag}>`;
}

/** Write as DOM nodes, in the page. */
export function toDom(node: TreeNode): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const made = document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
  made.append(...node.children.map(toDom));
  return made;
}
