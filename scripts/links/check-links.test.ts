import { expect, test } from 'vitest';
import { emptyFolder, write } from '../setup/testing/folder.ts';
import { addressesIn } from './addresses.ts';
import { checkLinks } from './check-links.ts';

const HOME = 'https://handbook.example/docs/';

function site(body: string, more: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  write(folder, {
    'index.html': `<!doctype html><link rel="canonical" href="${HOME}"><h1 id="top">A</h1>${body}`,
    'p/CEL001/index.html': `<h2 id="right">B</h2><a href="/docs/">home</a>`,
    ...more,
  });
  return folder;
}

test('links, anchors and files that are there are fine, in full or from the root', async () => {
  const body = `<a href="#top">a</a><a href="/docs/p/CEL001/#right">b</a><a href="${HOME}p/CEL001/#right">c</a>`;
  const report = await checkLinks(site(body), '/docs/');
  expect(report).toMatchObject({ pages: 2, broken: [], external: [] });
  expect(report.checked).toBeGreaterThan(2);
});

test.each([
  ['a page that is not there', '<a href="/docs/gone/">x</a>', 'gone/', /404/],
  ['an anchor of the page itself', '<a href="#nowhere">x</a>', '#nowhere', /#nowhere/],
  ['an anchor of another page', '<a href="/docs/p/CEL001/#wrong">x</a>', 'p/CEL001/#wrong', /#wrong/],
  ['a picture', '<img src="/docs/none.png" alt="">', 'none.png', /404/],
  ['a download', '<a href="/docs/redgreen.tgz">x</a>', 'redgreen.tgz', /404/],
])('%s is named with its page', async (_, body, url, why) => {
  const { broken } = await checkLinks(site(body), '/docs/');
  expect(broken).toEqual([{ url: HOME + url, from: HOME, why: expect.stringMatching(why) as string }]);
});

test('a link that leaves the base path is broken', async () => {
  const { broken } = await checkLinks(site('<a href="/p/CEL001/">x</a>'), '/docs/');
  expect(broken.map(({ why }) => why)).toEqual(['404']);
});

test('addresses in feeds and badges are followed too', async () => {
  const data = { 'feed.json': JSON.stringify({ good: `${HOME}p/CEL001/#right`, bad: `${HOME}p/CEL9/` }) };
  const { broken } = await checkLinks(site('', data), '/docs/');
  expect(broken).toEqual([{ url: `${HOME}p/CEL9/`, from: 'feed.json', why: '404' }]);
});

test('a command that a page shows names a download that is there', async () => {
  const { broken } = await checkLinks(site(`<code>npx --yes ${HOME}redgreen.tgz feed</code>`), '/docs/');
  expect(broken).toEqual([{ url: `${HOME}redgreen.tgz`, from: 'index.html', why: '404' }]);
});

test('other hosts are listed, not fetched', async () => {
  const { external, broken } = await checkLinks(site('<a href="https://docs.example/x#y">x</a>'), '/docs/');
  expect({ external, broken }).toEqual({ external: ['https://docs.example/x#y'], broken: [] });
});

test('a folder without a site is told so', async () => {
  await expect(checkLinks(emptyFolder())).rejects.toThrow('run "npm run build" first');
});

test('an address ends before the punctuation around it', () => {
  expect(addressesIn('{"a":"see https://x.example/a#b.","c":"(http://y.example/)"}')).toEqual([
    'https://x.example/a#b',
    'http://y.example/',
  ]);
});
