import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPatterns } from './load.ts';
import published from './published.json' with { type: 'json' };
import { codeProblems, successor } from './published.ts';
import retired from './retired.json' with { type: 'json' };

const patterns = loadPatterns();

test('every code that ever had a page has one, or leads to one', () => {
  expect(codeProblems({ published, current: patterns.map(({ code }) => code), retired })).toEqual([]);
});

test('no code was ever taken out of the list, as far as the history here goes back', () => {
  const history = spawnSync('git', ['log', '--format=', '-p', '--', 'src/patterns/published.json'], {
    encoding: 'utf8',
  });
  const removed = [...history.stdout.matchAll(/^-\s+"([A-Z]{3}\d{3})"/gm)].map(([, code]) => code);
  expect(removed.filter((code) => code === undefined || !published.includes(code))).toEqual([]);
});

test('a page has the title, the code and the address of its pattern', () => {
  for (const { code, title, topic, slug } of patterns) {
    const page = readFileSync(join('src/content/docs/patterns', topic, slug, 'index.mdx'), 'utf8');
    expect(page).toContain(`slug: p/${code}\n`);
    expect(page).toContain(`<PatternExample code="${code}" />`);
    expect(/^title: ['"]?(.*?)['"]?$/m.exec(page)?.[1], code).toBe(title);
  }
});

test('the page of a topic lists each of its patterns', () => {
  const missing = patterns.filter(({ code, topic }) => {
    const page = readFileSync(join('src/content/docs/patterns', topic, 'index.mdx'), 'utf8');
    return !page.slice(page.indexOf('## The patterns')).includes(`(/p/${code}/)`);
  });
  expect(missing.map(({ code }) => code)).toEqual([]);
});

const kept = { published: ['CEL001', 'CEL002'], current: ['CEL001', 'CEL002'], retired: {} };

test.each([
  ['a new pattern that is not listed', { current: ['CEL001', 'CEL002', 'CEL003'] }, /CEL003.*add it there/],
  ['a pattern that was deleted', { current: ['CEL001'] }, /CEL002 had a page.*retired\.json/],
  ['a code used again', { retired: { CEL002: 'CEL001' } }, /CEL002.*never used again/],
  [
    'a retired code that leads nowhere',
    { current: ['CEL001'], retired: { CEL002: 'CEL9' } },
    /leads to no page/,
  ],
  ['a circle', { current: ['CEL001'], retired: { CEL002: 'CEL002' } }, /leads to no page/],
  ['a retired code that never was', { retired: { CEL009: 'CEL001' } }, /CEL009.*never was published/],
  ['a list out of order', { published: ['CEL002', 'CEL001'] }, /must be sorted/],
])('%s is a problem', (_, change, problem) => {
  expect(codeProblems(kept)).toEqual([]);
  expect(codeProblems({ ...kept, ...change }).join('\n')).toMatch(problem);
});

test('a retired code is followed to the one that stands today', () => {
  const codes = { CEL001: 'CEL002', CEL002: 'CEL003' };
  expect(successor('CEL001', codes)).toBe('CEL003');
  expect(successor('CEL009', codes)).toBe('CEL009');
});
