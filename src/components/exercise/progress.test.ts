import { expect, it } from 'vitest';
import type { EditStorage, Storages } from '../example/edits/storages.ts';
import { Progress, PROGRESS_KEY, progressWords } from './progress.ts';

function memory(items = new Map<string, string>()): EditStorage {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, item) => void items.set(key, item),
    removeItem: (key) => void items.delete(key),
  };
}

const refusing: EditStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => undefined,
};

const storages = (changes: Partial<Storages> = {}): Storages => ({
  browser: memory(),
  tab: memory(),
  ...changes,
});

it('is kept for the next page', () => {
  const shared = storages();
  expect(new Progress(shared).add('first')).toBe('kept');
  new Progress(shared).add('second');
  expect([...new Progress(shared).solved()]).toEqual(['first', 'second']);
});

it('is kept in the tab where the browser refuses', () => {
  const shared = storages({ browser: refusing });
  expect(new Progress(shared).keeping()).toBe('this-tab');
  expect(new Progress(shared).add('first')).toBe('this-tab');
  expect([...new Progress(shared).solved()]).toEqual(['first']);
});

it('lives with the page where nothing is kept, and says so', () => {
  const progress = new Progress({ browser: undefined, tab: refusing });
  expect(progress.keeping()).toBe('memory-only');
  expect(progress.add('first')).toBe('memory-only');
  expect([...progress.solved()]).toEqual(['first']);
  expect(progressWords('memory-only')).toMatch(/forgotten when you leave/);
  expect(progressWords('kept')).toBeUndefined();
});

it('can be forgotten', () => {
  const shared = storages();
  const progress = new Progress(shared);
  progress.add('first');
  progress.forget();
  expect(progress.solved().size).toBe(0);
  expect(new Progress(shared).solved().size).toBe(0);
});

it.each(['', '{', '[]', '{"version":2,"solved":[]}', '{"version":1,"solved":[7]}'])(
  'begins anew over something that is no progress: %s',
  (item) => {
    const browser = memory(new Map([[PROGRESS_KEY, item]]));
    const progress = new Progress(storages({ browser }));
    expect(progress.solved().size).toBe(0);
    expect(progress.add('first')).toBe('kept');
  },
);

it('leaves nothing of its probe behind', () => {
  const items = new Map<string, string>();
  new Progress(storages({ browser: memory(items) })).keeping();
  expect(items.size).toBe(0);
});
