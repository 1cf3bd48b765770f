import { expect, it } from 'vitest';
import type { Storages } from '../example/edits/storages.ts';
import { DraftStore } from './draft-store.ts';

function storages(): Storages {
  const made = (): Storages['tab'] => {
    const items = new Map<string, string>();
    return {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, item) => void items.set(key, item),
      removeItem: (key) => void items.delete(key),
    };
  };
  return { browser: made(), tab: made() };
}

const EXERCISE = { id: 'first', test: 'test_a.py', starter: 'starter\n' };

it('begins with the starter', () => {
  expect(new DraftStore(EXERCISE, storages()).read()).toEqual({ text: 'starter\n', aside: undefined });
});

it('keeps text and the text aside over a reload, and lets the latter go', () => {
  const shared = storages();
  new DraftStore(EXERCISE, shared).write({ text: 'solution\n', aside: 'mine\n' });
  expect(new DraftStore(EXERCISE, shared).read()).toEqual({ text: 'solution\n', aside: 'mine\n' });
  new DraftStore(EXERCISE, shared).write({ text: 'mine\n', aside: undefined });
  expect(new DraftStore(EXERCISE, shared).read()).toEqual({ text: 'mine\n', aside: undefined });
});

it('offers a text that was made from an older starter', () => {
  const shared = storages();
  new DraftStore(EXERCISE, shared).write({ text: 'mine\n', aside: undefined });
  const changed = { ...EXERCISE, starter: 'new starter\n' };
  expect(new DraftStore(changed, shared).read()).toEqual({ text: 'new starter\n', aside: 'mine\n' });
});

it('says what is not kept, and goes on', () => {
  const store = new DraftStore(EXERCISE, { browser: undefined, tab: undefined });
  expect(store.write({ text: 'mine\n', aside: undefined })).toBe('memory-only');
  expect(store.read().text).toBe('mine\n');
});
