import { expect, test } from 'vitest';
import type { EditStorage } from '../example/edits/storages.ts';
import { exampleOf, rememberExample } from './handoff.ts';

function storages(): { tab: EditStorage; browser: undefined } {
  const items = new Map<string, string>();
  return {
    tab: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, item) => void items.set(key, item),
      removeItem: (key) => void items.delete(key),
    },
    browser: undefined,
  };
}

test('only the very link that an example made is its own', () => {
  const tab = storages();
  expect(exampleOf('#files~e1.x', tab)).toBeUndefined();
  rememberExample('#files~e1.x', 'CEL001, wrong', tab);
  expect(exampleOf('#files~e1.x', tab)).toBe('CEL001, wrong');
  expect(exampleOf('#files~e1.y', tab)).toBeUndefined();
});

test('where storage is refused, nothing is known', () => {
  const none = { tab: undefined, browser: undefined };
  rememberExample('#a', 'x', none);
  expect(exampleOf('#a', none)).toBeUndefined();
});
