import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { during } from './say.mjs';

let printed = '';

beforeEach(() => {
  printed = '';
  vi.useFakeTimers();
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a log gets a line at the start, one every 20 seconds, and one at the end', async () => {
  const work = during(
    'Installing things (from here, about 3 MB)',
    () => vi.advanceTimersByTimeAsync(45_000).then(() => 'value'),
    false,
  );
  expect(await work).toBe('value');
  expect(printed).toBe(
    'Installing things (from here, about 3 MB) …\n  still at it, 20 s\n  still at it, 40 s\n  done, 45 s\n',
  );
});

test('a terminal counts the seconds on one line', async () => {
  await during('Installing', () => vi.advanceTimersByTimeAsync(2500), true);
  expect(printed).toBe('Installing …\rInstalling … 1 s\rInstalling … 2 s\rInstalling: done, 3 s\n');
});

test('work that fails is not called done', async () => {
  await expect(during('Installing', () => Promise.reject(new Error('broke off')))).rejects.toThrow(
    'broke off',
  );
  expect(printed).toMatch(/stopped/);
  expect(printed).not.toMatch(/done/);
});
