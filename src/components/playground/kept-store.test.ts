import { expect, test } from 'vitest';
import type { EditStorage } from '../example/edits/storages.ts';
import type { Project } from '../../playground/project.ts';
import { KeptStore, newId } from './kept-store.ts';

class Memory implements EditStorage {
  readonly items = new Map<string, string>();
  isFull = false;

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, item: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, item);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}

function project(text: string, id = 'a'): Project {
  return {
    id,
    title: 'My files',
    origin: { kind: 'own' },
    files: [{ path: 'test_a.py', text }],
    arguments: '',
    withBackend: false,
    revision: 0,
  };
}

const textOf = (found: Project | undefined): string | undefined => found?.files[0]?.text;

test('what is kept is there for the next page, opened last first', () => {
  const browser = new Memory();
  const store = new KeptStore({ tab: new Memory(), browser });
  expect(store.write(project('one')).keeping).toBe('kept');
  store.write(project('two', 'b'));
  store.setOpen('b');
  const next = new KeptStore({ tab: new Memory(), browser });
  expect(next.list().map(({ id }) => id)).toEqual(['a', 'b']);
  expect(textOf(next.lastOpen())).toBe('two');
});

test('each tab goes on with its own set', () => {
  const browser = new Memory();
  const tab = new Memory();
  const store = new KeptStore({ tab, browser });
  store.write(project('one'));
  store.write(project('two', 'b'));
  store.setOpen('a');
  new KeptStore({ tab: new Memory(), browser }).setOpen('b');
  expect(new KeptStore({ tab, browser }).lastOpen()?.id).toBe('a');
});

test('a set that another tab has changed is not overwritten: both are kept', () => {
  const browser = new Memory();
  const one = new KeptStore({ tab: new Memory(), browser });
  const first = one.write(project('first')).project;
  const other = new KeptStore({ tab: new Memory(), browser });
  const seen = other.read('a');
  if (!seen) throw new Error('the other tab sees nothing');
  other.write({ ...seen, files: [{ path: 'test_a.py', text: 'of the other' }] });

  const mine = one.write({ ...first, files: [{ path: 'test_a.py', text: 'of this one' }] });
  expect(mine.isCopy).toBe(true);
  expect(mine.project.title).toBe('My files (2)');
  const next = new KeptStore({ tab: new Memory(), browser });
  expect(next.list().map(textOf)).toEqual(['of the other', 'of this one']);
  // From there on it is a set as any other.
  expect(one.write({ ...mine.project, arguments: '-x' }).isCopy).toBe(false);
});

test.each([
  ['the browser refuses, the tab keeps', undefined, 'this-tab'],
  ['the browser is full, the tab keeps', Object.assign(new Memory(), { isFull: true }), 'this-tab'],
] as const)('%s', (_, browser, keeping) => {
  const tab = new Memory();
  const store = new KeptStore({ tab, browser });
  expect(store.write(project('one')).keeping).toBe(keeping);
  expect(new KeptStore({ tab, browser }).list().map(textOf)).toEqual(['one']);
});

test('without any storage the page itself remembers', () => {
  const store = new KeptStore({ tab: undefined, browser: undefined });
  const first = store.write(project('one'));
  expect(first.keeping).toBe('memory-only');
  expect(store.write({ ...first.project, arguments: '-v' }).isCopy).toBe(false);
  expect(store.list()).toHaveLength(1);
  expect(store.lastOpen()?.arguments).toBe('-v');
});

test('a set that went to the tab goes back to the browser when there is room', () => {
  const browser = Object.assign(new Memory(), { isFull: true });
  const tab = new Memory();
  const store = new KeptStore({ tab, browser });
  const first = store.write(project('one')).project;
  browser.isFull = false;
  expect(store.write({ ...first, arguments: '-v' }).keeping).toBe('kept');
  expect(new KeptStore({ tab, browser }).read('a')?.arguments).toBe('-v');
});

test('a damaged set is named and left as it is', () => {
  const browser = new Memory();
  const store = new KeptStore({ tab: undefined, browser });
  store.write(project('one'));
  store.write(project('two', 'b'));
  browser.items.set('redgreen:playground:set:a', '{"version":1,"id":"a"');
  const next = new KeptStore({ tab: undefined, browser });
  expect(next.list().map(({ id }) => id)).toEqual(['b']);
  expect(next.damaged()).toEqual(['a']);
  next.write(project('three', 'c'));
  expect(browser.items.get('redgreen:playground:set:a')).toBe('{"version":1,"id":"a"');
});

test('a damaged list is as none, and what is written next starts it anew', () => {
  const browser = new Memory();
  browser.items.set('redgreen:playground:index', 'x');
  const store = new KeptStore({ tab: undefined, browser });
  expect(store.list()).toEqual([]);
  store.write(project('one'));
  expect(new KeptStore({ tab: undefined, browser }).list()).toHaveLength(1);
});

test('a removed set is gone', () => {
  const browser = new Memory();
  const store = new KeptStore({ tab: undefined, browser });
  store.write(project('one'));
  store.remove('a');
  expect(store.list()).toEqual([]);
  expect([...browser.items.keys()]).toEqual(['redgreen:playground:index']);
});

test('ids differ', () => {
  expect(newId()).toMatch(/^[\da-f]{16}$/);
  expect(newId()).not.toBe(newId());
});
