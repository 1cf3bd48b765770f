import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { withBase } from './url.ts';

type HastPlugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/**
 * Links in pages are written as if the site lay at the root, `[CEL011](/p/CEL011/#right-request)` or
 * `<a href="/patterns/">`, and this plugin of the Markdown processor puts the base before them. Astro
 * itself leaves such links alone (it only moves the addresses that it makes), and relative links would
 * break as soon as a pattern page gets its address from its code.
 * In `.astro` components use `siteUrl()` instead.
 */
export function baseLinks(base: string): HastPlugin {
  return {
    name: 'redgreen-base-links',
    element: {
      filter: ['a'],
      visit(node, ctx) {
        const href = node.properties.href;
        if (typeof href === 'string') ctx.setProperty(node, 'href', rebase(base, href));
      },
    },
    mdxJsxFlowElement: { filter: ['a'], visit: (node) => rebaseElement(base, node) },
    mdxJsxTextElement: { filter: ['a'], visit: (node) => rebaseElement(base, node) },
  };
}

/** Only paths from the root are ours to move: `//host/…` is another site. */
function rebase(base: string, href: string): string {
  return /^\/(?!\/)/.test(href) ? withBase(base, href) : href;
}

interface JsxElement {
  attributes: readonly { type: string }[];
}

interface LiteralAttribute {
  type: 'mdxJsxAttribute';
  name: string;
  value: string;
}

/** An attribute with its value in quotes; `href={…}` is an expression, whose author calls siteUrl(). */
function isLiteralHref(attribute: { type: string }): attribute is LiteralAttribute {
  return (
    attribute.type === 'mdxJsxAttribute' &&
    'name' in attribute &&
    attribute.name === 'href' &&
    'value' in attribute &&
    typeof attribute.value === 'string'
  );
}

function rebaseElement<Element extends JsxElement>(base: string, node: Element): Element | undefined {
  if (!node.attributes.some(isLiteralHref)) return undefined;
  return {
    ...node,
    attributes: node.attributes.map((attribute) =>
      isLiteralHref(attribute) ? { ...attribute, value: rebase(base, attribute.value) } : attribute,
    ),
  };
}
