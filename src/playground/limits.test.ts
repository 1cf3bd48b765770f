import { expect, test } from 'vitest';
import { LARGEST_FILE, MOST_FILES, sizeProblem } from './limits.ts';

const file = (path: string, bytes: number): { path: string; text: string } => ({
  path,
  text: 'x'.repeat(bytes),
});

test('what fits is run', () => {
  expect(sizeProblem([file('a.py', LARGEST_FILE), file('b.py', LARGEST_FILE)])).toBeUndefined();
  expect(sizeProblem([])).toBeUndefined();
});

test('a file that is too large is named, with both sizes', () => {
  expect(sizeProblem([file('fine.py', 1), file('long.py', LARGEST_FILE + 1)])).toBe(
    'long.py has 101 kB; 100 kB are the most. It is not run. Split it, or make it shorter.',
  );
});

test('bytes are counted, not characters', () => {
  expect(sizeProblem([{ path: 'a.py', text: 'é'.repeat(LARGEST_FILE / 2 + 1) }])).toContain(
    'a.py has 101 kB',
  );
});

test('too much in all, and too many files', () => {
  expect(sizeProblem([file('a', LARGEST_FILE), file('b', LARGEST_FILE), file('c', 1)])).toContain('together');
  const many = Array.from({ length: MOST_FILES + 1 }, (_, index) => file(`${index}.py`, 0));
  expect(sizeProblem(many)).toContain('There are 51 files; 50 are the most');
});
