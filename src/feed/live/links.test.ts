import { expect, it } from 'vitest';
import { safeLink } from './links.ts';

const FEED = 'https://data.example/team/feed.json';
const PAGE = 'https://handbook.example/roadmap/';

it.each([
  ['runs/3.json', 'https://data.example/team/runs/3.json'],
  ['https://github.com/a/b/actions/runs/1', 'https://github.com/a/b/actions/runs/1'],
  ['https://handbook.example/p/CEL001/', 'https://handbook.example/p/CEL001/'],
  ['https://ci.example/1', null],
  ['http://github.com/a', null],
  ['https://github.com.evil.example/', null],
  ['https://github.com@evil.example/', null],
  ['https://a:b@github.com/', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//evil.example/', null],
  ['https://', null],
  [null, null],
])('%s → %s', (address, expected) => {
  expect(safeLink(address, FEED, PAGE)).toBe(expected);
});

it('takes further hosts from the builder', () => {
  expect(safeLink('https://ci.example/1', FEED, PAGE, ['ci.example'])).toBe('https://ci.example/1');
});
