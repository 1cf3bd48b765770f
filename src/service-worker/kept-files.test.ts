import { describe, expect, it } from 'vitest';
import { cacheName, keptAsset, superseded } from './kept-files.ts';

const SCOPE = 'https://example.test/docs/';
const NEW = `${SCOPE}runtime/snapshot.0123456789abcdef.zst`;
const OLD = `${SCOPE}runtime/snapshot.fedcba9876543210.zst`;
const OTHER = `${SCOPE}runtime/wasm.0123456789abcdef.zst`;

describe('keptAsset', () => {
  it('knows a file of the runtime by its hash', () => {
    expect(keptAsset(NEW, SCOPE)).toBe('snapshot');
  });

  it.each([
    ['a page', `${SCOPE}p/CEL001/`],
    ['a file without a hash', `${SCOPE}runtime/snapshot.zst`],
    ['a file of another site of the origin', 'https://example.test/runtime/snapshot.0123456789abcdef.zst'],
    ['a folder above', `${SCOPE}runtime/../x.0123456789abcdef.zst`],
    ['an address with a query', `${NEW}?x`],
    ['the feed', `${SCOPE}feed.json`],
  ])('lets %s go to the network', (_what, url) => {
    expect(keptAsset(url, SCOPE)).toBeUndefined();
  });
});

it('names the older versions of a file, and nothing else', () => {
  expect(superseded([OLD, NEW, OTHER], NEW, SCOPE)).toEqual([OLD]);
});

it('keeps the sites of one origin apart', () => {
  expect(cacheName(SCOPE)).not.toBe(cacheName('https://example.test/'));
});
