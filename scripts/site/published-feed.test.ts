import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, write } from '../setup/testing/folder.ts';
import { layAside, publishedIsAhead, putBack, sequenceOf } from './published-feed.ts';

test.each([
  [undefined, 1, false],
  [1, 1, false],
  [1, 2, false],
  [2, 1, true],
  [2, undefined, true],
  [undefined, undefined, false],
])('published %s against built %s: the published one is ahead: %s', (published, built, answer) => {
  expect(publishedIsAhead(published, built)).toBe(answer);
});

test.each([
  [feed(7), 7],
  ['{"_roadmap":{"seq":"7"}}', undefined],
  ['{"items":[]}', undefined],
  ['[]', undefined],
  ['half a fee', undefined],
])('the number of %j is %s', (text, answer) => {
  expect(sequenceOf(text)).toBe(answer);
});

test('a feed published into the built site survives a rebuild, with its runs and badges', () => {
  const { site, aside } = folders();
  write(site, {
    'feed.json': feed(9),
    'runs/9.json': 'nine',
    'badge/passing.json': 'green',
    'index.html': 'old',
  });
  layAside(site, aside);
  rebuild(site, {
    'feed.json': feed(1),
    'runs/1.json': 'one',
    'badge/passing.json': 'built',
    'index.html': 'new',
  });
  expect(putBack(aside, site)).toBe(9);
  const read = (name: string): string => readFileSync(join(site, name), 'utf8');
  expect(read('feed.json')).toBe(feed(9));
  expect(['runs/9.json', 'runs/1.json', 'badge/passing.json', 'index.html'].map(read)).toEqual([
    'nine',
    'one',
    'green',
    'new',
  ]);
  expect(existsSync(aside)).toBe(false);
});

test('it survives a build that failed half way, too', () => {
  const { site, aside } = folders();
  write(site, { 'feed.json': feed(9) });
  layAside(site, aside);
  rebuild(site, {});
  layAside(site, aside);
  rebuild(site, { 'feed.json': feed(1) });
  layAside(site, aside);
  rebuild(site, { 'feed.json': feed(1) });
  expect(putBack(aside, site)).toBe(9);
});

test('a feed of the sources that is further on wins', () => {
  const { site, aside } = folders();
  write(site, { 'feed.json': feed(2) });
  layAside(site, aside);
  rebuild(site, { 'feed.json': feed(3) });
  expect(putBack(aside, site)).toBeUndefined();
  expect(readFileSync(join(site, 'feed.json'), 'utf8')).toBe(feed(3));
});

test('the first build has nothing to keep', () => {
  const { site, aside } = folders();
  layAside(site, aside);
  write(site, { 'feed.json': feed(1) });
  expect(putBack(aside, site)).toBeUndefined();
});

function feed(seq: number): string {
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [], _roadmap: { seq } });
}

function folders(): { site: string; aside: string } {
  const folder = emptyFolder();
  return { site: join(folder, 'dist'), aside: join(folder, 'aside') };
}

/** As the real build does: everything goes, then the new files come. */
function rebuild(site: string, files: Readonly<Record<string, string>>): void {
  rmSync(site, { recursive: true, force: true });
  write(site, files);
}
