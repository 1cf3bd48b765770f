import { satteri } from '@astrojs/markdown-satteri';
import { expect, test } from 'vitest';
import { baseLinks } from './base-links.ts';

/** Compiles a page to JavaScript by the processor that the site is built with. */
async function compile(mdx: string, base: string): Promise<string> {
  const processor = satteri({ hastPlugins: [baseLinks(base)] });
  const renderer = await processor.createMdxRenderer?.({ syntaxHighlight: false }, { optimize: false });
  if (!renderer) throw new Error('The Markdown processor no longer renders MDX.');
  return (await renderer.process(mdx, '/page.mdx', {})).code;
}

test.each([
  ['[page](/p/CEL001/#right-apply)', '"/redgreen/p/CEL001/#right-apply"'],
  ['[home](/)', '"/redgreen/"'],
  ['A word, <a href="/patterns/">a link in it</a>.', '"/redgreen/patterns/"'],
  ['<a class="way" href="/patterns/">\n\nA block.\n\n</a>', '"/redgreen/patterns/"'],
  ['[here](#fix)', '"#fix"'],
  ['[docs](https://docs.celeryq.dev/)', '"https://docs.celeryq.dev/"'],
  ['[elsewhere](//host.test/a)', '"//host.test/a"'],
  ['<a href={address}>by expression</a>', 'href: address'],
])('%s', async (mdx, expected) => {
  expect(await compile(mdx, '/redgreen/')).toContain(expected);
});

test('changes nothing for a site at the root', async () => {
  expect(await compile('[page](/p/CEL001/)', '/')).toContain('"/p/CEL001/"');
});
