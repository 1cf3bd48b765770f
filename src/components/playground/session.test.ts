import { beforeEach, expect, test } from 'vitest';
import { KeptStore } from './kept-store.ts';
import type { LinkReading } from './links.ts';
import { PlaygroundSession } from './session.ts';

const STARTER = [{ path: 'test_start.py', text: 'start' }];
const LINK: LinkReading = {
  kind: 'files',
  content: { files: [{ path: 'test_theirs.py', text: 'theirs' }], arguments: '-x', withBackend: true },
  fingerprint: 'f1',
};

/** Memory stands for the browser's storage; a page that is opened anew has a store of its own. */
let items: Map<string, string>;
beforeEach(() => {
  items = new Map();
});

function open(): PlaygroundSession {
  const browser = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, item: string) => void items.set(key, item),
    removeItem: (key: string) => void items.delete(key),
  };
  return new PlaygroundSession(new KeptStore({ tab: undefined, browser }), STARTER);
}

const texts = (session: PlaygroundSession): string[] => session.workspace.files.map(({ text }) => text);

test('a new reader has the first files, and nothing is kept until they change one', () => {
  const session = open();
  expect(texts(session)).toEqual(['start']);
  session.act({ kind: 'open', path: 'test_start.py' });
  expect(items.size).toBe(0);
  session.act({ kind: 'edit', path: 'test_start.py', text: 'mine' });
  expect(texts(open())).toEqual(['mine']);
});

test('a refused change says why and keeps nothing', () => {
  const session = open();
  expect(session.act({ kind: 'add', name: '../x.py' })).toMatchObject({
    refusal: expect.stringContaining('out') as string,
  });
  expect(items.size).toBe(0);
});

test('following a link keeps nothing and changes nothing', () => {
  const first = open();
  first.act({ kind: 'edit', path: 'test_start.py', text: 'mine' });
  const before = new Map(items);
  const session = open();
  session.follow(LINK, undefined);
  expect(texts(session)).toEqual(['theirs']);
  expect(session.banner.kind).toBe('from-link');
  expect(items).toEqual(before);
  session.back();
  expect(texts(session)).toEqual(['mine']);
  expect(session.banner.kind).toBe('none');
});

test('editing a link’s files keeps them beside the reader’s own, which open next time', () => {
  open().act({ kind: 'edit', path: 'test_start.py', text: 'mine' });
  const session = open();
  session.follow(LINK, undefined);
  session.act({ kind: 'edit', path: 'test_theirs.py', text: 'changed' });
  expect(session.banner).toEqual({ kind: 'kept-beside', title: 'From a link' });
  expect(session.sets().map(({ title }) => title)).toEqual(['My files', 'From a link']);
  expect(texts(open())).toEqual(['mine']);

  // The same link again: the reader's changes, and a way to what the link brings.
  const again = open();
  again.follow(LINK, undefined);
  expect(texts(again)).toEqual(['changed']);
  again.showLink();
  expect(texts(again)).toEqual(['theirs']);
  again.keep();
  expect(
    open()
      .sets()
      .map(({ title }) => title),
  ).toEqual(['My files', 'From a link', 'From a link (2)']);
});

test('an edit after a refused link is one of the reader’s own files', () => {
  const session = open();
  session.follow({ kind: 'refused', words: 'Damaged.' }, undefined);
  session.act({ kind: 'edit', path: 'test_start.py', text: 'mine' });
  expect(texts(open())).toEqual(['mine']);
});

test('a link that goes from the address leads back', () => {
  const session = open();
  session.follow(LINK, 'CEL001, wrong');
  expect(session.project.title).toBe('CEL001, wrong');
  session.follow({ kind: 'none' }, undefined);
  expect(texts(session)).toEqual(['start']);
});

test('sets are made, opened, deleted and brought back', () => {
  const session = open();
  session.act({ kind: 'edit', path: 'test_start.py', text: 'one' });
  session.newSet();
  session.act({ kind: 'edit', path: 'test_mine.py', text: 'two' });
  expect(session.sets().map(({ title }) => title)).toEqual(['My files', 'My files (2)']);
  expect(texts(open())).toEqual(['two']);

  const gone = session.deleteSet();
  expect(texts(session)).toEqual(['one']);
  expect(open().sets()).toHaveLength(1);
  session.restoreSet(gone);
  expect(texts(session)).toEqual(['two']);
  const [first] = session.sets();
  session.openSet(first?.id ?? '');
  expect(texts(session)).toEqual(['one']);
  expect(texts(open())).toEqual(['one']);
});

test('two tabs: the second one’s files become a set of their own, and it says so', () => {
  open().act({ kind: 'edit', path: 'test_start.py', text: 'one' });
  const [left, right] = [open(), open()];
  left.act({ kind: 'edit', path: 'test_start.py', text: 'left' });
  const kept = right.act({ kind: 'edit', path: 'test_start.py', text: 'right' });
  expect(kept).toMatchObject({ copiedTo: 'My files (2)' });
  expect(
    open()
      .sets()
      .flatMap(({ files }) => files.map(({ text }) => text)),
  ).toEqual(['left', 'right']);
});
