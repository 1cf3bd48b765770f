import { expect, test } from 'vitest';
import { keyOf, once } from './stamp.ts';
import { emptyFolder } from './testing/folder.ts';

test('a key depends on each part and on where it ends', () => {
  expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
  expect(keyOf('a', 'b')).toBe(keyOf('a', 'b'));
});

test('the work is done once per key, and again when its result is gone', async () => {
  const folder = emptyFolder();
  let there = true;
  let count = 0;
  const work = (): Promise<void> => {
    count += 1;
    return Promise.resolve();
  };
  const step = (key: string): Promise<boolean> => once(folder, 'step', key, () => there, work);
  expect([await step('1'), await step('1'), await step('2'), await step('2')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  there = false;
  expect(await step('2')).toBe(true);
  expect(count).toBe(3);
});

test('work that failed is done again, also when it had succeeded before', async () => {
  const folder = emptyFolder();
  const done = (): Promise<void> => Promise.resolve();
  const fails = (): Promise<void> => Promise.reject(new Error('cut off'));
  await once(folder, 'step', '1', () => true, done);
  await expect(once(folder, 'step', '2', () => true, fails)).rejects.toThrow('cut off');
  expect(await once(folder, 'step', '1', () => true, done)).toBe(true);
});
