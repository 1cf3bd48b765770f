import { describe, expect, test } from 'vitest';
import { EditStore, keepingWords } from './edits.ts';
import type { EditStorage } from './storages.ts';

const PUBLISHED = { 'test_a.py': 'a = 1\n', 'conftest.py': '# c\n' };
const EDITED = { ...PUBLISHED, 'test_a.py': 'a = 2\n' };

class FakeStorage implements EditStorage {
  readonly items = new Map<string, string>();
  fails: 'never' | 'write' | 'always' = 'never';

  getItem(key: string): string | null {
    if (this.fails === 'always') throw new DOMException('no', 'SecurityError');
    return this.items.get(key) ?? null;
  }

  setItem(key: string, item: string): void {
    if (this.fails !== 'never') throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, item);
  }

  removeItem(key: string): void {
    if (this.fails === 'always') throw new DOMException('no', 'SecurityError');
    this.items.delete(key);
  }
}

/** A browser: one storage for all, one more for each tab. */
function browser() {
  const shared = new FakeStorage();
  return {
    shared,
    tab: (code = 'CEL001', tab = new FakeStorage()) => ({
      tab,
      store: new EditStore(code, { tab, browser: shared }),
      reload: () => new EditStore(code, { tab, browser: shared }),
    }),
  };
}

test('without an edit the published files are read', () => {
  const { store } = browser().tab();
  expect(store.read('wrong', PUBLISHED)).toEqual({ files: PUBLISHED, edited: false });
});

test('an edit survives a reload, and a new tab begins with it', () => {
  const machine = browser();
  const tab = machine.tab();
  expect(tab.store.write('wrong', PUBLISHED, EDITED)).toBe('kept');
  const state = { files: EDITED, edited: true };
  expect(tab.store.read('wrong', PUBLISHED)).toEqual(state);
  expect(tab.reload().read('wrong', PUBLISHED)).toEqual(state);
  expect(machine.tab().store.read('wrong', PUBLISHED)).toEqual(state);
});

test('variants and examples do not mix', () => {
  const machine = browser();
  machine.tab().store.write('wrong', PUBLISHED, EDITED);
  expect(machine.tab().store.read('right', PUBLISHED).edited).toBe(false);
  expect(machine.tab('CEL002').store.read('wrong', PUBLISHED).edited).toBe(false);
});

test('two tabs do not overwrite each other', () => {
  const machine = browser();
  const [one, two] = [machine.tab(), machine.tab()];
  const other = { ...PUBLISHED, 'test_a.py': 'a = 3\n' };
  one.store.write('wrong', PUBLISHED, EDITED);
  two.store.write('wrong', PUBLISHED, other);
  expect(one.reload().read('wrong', PUBLISHED).files).toEqual(EDITED);
  expect(two.reload().read('wrong', PUBLISHED).files).toEqual(other);
});

test('typing the published text again is no edit', () => {
  const { store, reload } = browser().tab();
  store.write('wrong', PUBLISHED, EDITED);
  store.write('wrong', PUBLISHED, PUBLISHED);
  expect(reload().read('wrong', PUBLISHED)).toEqual({ files: PUBLISHED, edited: false });
});

test('reset brings the published code back for good, also where another tab has a draft', () => {
  const machine = browser();
  const tab = machine.tab();
  tab.store.write('wrong', PUBLISHED, EDITED);
  tab.store.reset('wrong');
  expect(tab.store.read('wrong', PUBLISHED).edited).toBe(false);
  machine.tab().store.write('wrong', PUBLISHED, EDITED);
  expect(tab.reload().read('wrong', PUBLISHED).edited).toBe(false);
});

test('reset in one tab leaves the last draft of another', () => {
  const machine = browser();
  const [one, two] = [machine.tab(), machine.tab()];
  one.store.write('wrong', PUBLISHED, EDITED);
  const other = { ...PUBLISHED, 'test_a.py': 'a = 3\n' };
  two.store.write('wrong', PUBLISHED, other);
  one.store.reset('wrong');
  expect(machine.tab().store.read('wrong', PUBLISHED).files).toEqual(other);
});

describe('when the page has changed', () => {
  const NEW = { ...PUBLISHED, 'test_a.py': 'a = 10\n' };

  test('the published code is shown and the edit is offered', () => {
    const { store, reload } = browser().tab();
    store.write('wrong', PUBLISHED, EDITED);
    expect(reload().read('wrong', NEW)).toEqual({
      files: NEW,
      edited: false,
      stale: { 'test_a.py': 'a = 2\n' },
    });
  });

  test('an edit of another file is still current', () => {
    const { store, reload } = browser().tab();
    store.write('wrong', PUBLISHED, { ...EDITED, 'conftest.py': '# mine\n' });
    const state = reload().read('wrong', NEW);
    expect(state.files).toEqual({ ...NEW, 'conftest.py': '# mine\n' });
    expect(state.stale).toEqual({ 'test_a.py': 'a = 2\n' });
  });

  test('a new edit does not lose the old one, and reset goes on offering it', () => {
    const { store, reload } = browser().tab();
    store.write('wrong', PUBLISHED, EDITED);
    const later = reload();
    later.write('wrong', NEW, { ...NEW, 'test_a.py': 'a = 11\n' });
    expect(reload().read('wrong', NEW).files['test_a.py']).toBe('a = 11\n');
    later.reset('wrong');
    expect(reload().read('wrong', NEW).stale).toEqual({ 'test_a.py': 'a = 2\n' });
    // A page that goes back to the older code finds its edit again.
    expect(reload().read('wrong', PUBLISHED).files).toEqual(EDITED);
  });

  test('restoring the old edit is writing it', () => {
    const { store, reload } = browser().tab();
    store.write('wrong', PUBLISHED, EDITED);
    const { stale } = store.read('wrong', NEW);
    store.write('wrong', NEW, { ...NEW, ...stale });
    expect(reload().read('wrong', NEW)).toEqual({ files: EDITED, edited: true });
  });

  test('what the reader declines is not offered again', () => {
    const { store, reload } = browser().tab();
    store.write('wrong', PUBLISHED, EDITED);
    store.read('wrong', NEW);
    store.forgetStale('wrong');
    expect(reload().read('wrong', NEW)).toEqual({ files: NEW, edited: false });
  });

  test('an edit that the page has taken over is not offered', () => {
    const { store, reload } = browser().tab();
    store.write('wrong', PUBLISHED, EDITED);
    expect(reload().read('wrong', EDITED)).toEqual({ files: EDITED, edited: false });
  });

  test('the newest of several old edits is offered, and their number is bounded', () => {
    const { store, reload, tab } = browser().tab();
    for (let version = 0; version < 20; version++) {
      const published = { 'test_a.py': `# version ${version}\n` };
      store.write('wrong', published, { 'test_a.py': `# mine ${version}\n` });
    }
    expect(reload().read('wrong', { 'test_a.py': '# last\n' }).stale).toEqual({ 'test_a.py': '# mine 19\n' });
    expect([...tab.items.values()].join('').match(/mine/g)?.length).toBeLessThanOrEqual(4);
  });

  test('an edit of a file that is gone is offered', () => {
    const { store, reload } = browser().tab();
    store.write('wrong', PUBLISHED, EDITED);
    const rest = { 'conftest.py': '# c\n' };
    expect(reload().read('wrong', rest)).toEqual({
      files: rest,
      edited: false,
      stale: { 'test_a.py': 'a = 2\n' },
    });
  });
});

test('a playground keeps files of the reader’s own, and deleted ones stay deleted', () => {
  const { store, reload } = browser().tab('playground');
  store.write('draft', {}, { 'test_x.py': 'x\n', 'y.py': 'y\n' });
  store.write('draft', {}, { 'test_x.py': 'x\n' });
  expect(reload().read('draft', {})).toEqual({ files: { 'test_x.py': 'x\n' }, edited: true });
});

describe('where storage fails', () => {
  test('none at all: the edit lives in memory, and the page can say so', () => {
    const store = new EditStore('CEL001', { tab: undefined, browser: undefined });
    const keeping = store.write('wrong', PUBLISHED, EDITED);
    expect(keeping).toBe('memory-only');
    expect(keepingWords(keeping)).toContain('lost when you leave');
    expect(store.read('wrong', PUBLISHED).files).toEqual(EDITED);
    store.reset('wrong');
    expect(store.read('wrong', PUBLISHED).edited).toBe(false);
  });

  test('every access throws: the same', () => {
    const { shared, tab } = browser();
    const one = tab();
    shared.fails = 'always';
    one.tab.fails = 'always';
    expect(one.store.read('wrong', PUBLISHED).files).toEqual(PUBLISHED);
    expect(one.store.write('wrong', PUBLISHED, EDITED)).toBe('memory-only');
    expect(one.store.read('wrong', PUBLISHED).files).toEqual(EDITED);
  });

  test('the shared one is full: this tab keeps it', () => {
    const { shared, tab } = browser();
    const one = tab();
    shared.fails = 'write';
    expect(one.store.write('wrong', PUBLISHED, EDITED)).toBe('this-tab');
    expect(one.reload().read('wrong', PUBLISHED).files).toEqual(EDITED);
    expect(keepingWords('this-tab')).toContain('until the tab is closed');
  });

  test('the tab’s is full: its older draft does not come back after a reload', () => {
    const one = browser().tab();
    one.store.write('wrong', PUBLISHED, { ...PUBLISHED, 'test_a.py': 'older\n' });
    one.tab.fails = 'write';
    expect(one.store.write('wrong', PUBLISHED, EDITED)).toBe('kept');
    expect(one.reload().read('wrong', PUBLISHED).files).toEqual(EDITED);
    expect(keepingWords('kept')).toBeUndefined();
  });

  test('a storage that forgets what it took is not trusted', () => {
    const forgetful: EditStorage = {
      getItem: () => null,
      setItem: () => undefined,
      removeItem: () => undefined,
    };
    const store = new EditStore('CEL001', { tab: forgetful, browser: forgetful });
    expect(store.write('wrong', PUBLISHED, EDITED)).toBe('memory-only');
  });

  test.each(['', 'null', '{', '[]', '{"version":2,"edits":[]}', '{"version":1,"edits":[{"path":1}]}'])(
    'what cannot be read (%j) is passed over',
    (item) => {
      const { shared, tab } = browser();
      shared.items.set('redgreen:edits:CEL001:wrong', item);
      expect(tab().store.read('wrong', PUBLISHED)).toEqual({ files: PUBLISHED, edited: false });
    },
  );

  test('__proto__ as a path pollutes nothing', () => {
    const { shared, tab } = browser();
    const edits = [{ path: '__proto__', base: '', text: 'x' }];
    shared.items.set('redgreen:edits:CEL001:wrong', JSON.stringify({ version: 1, edits }));
    const { files } = tab().store.read('wrong', PUBLISHED);
    expect(Object.getPrototypeOf(files)).toBe(Object.prototype);
    expect(files['test_a.py']).toBe('a = 1\n');
  });
});
