import { expect, test } from 'vitest';
import { offsetOf } from './caret.ts';

const TEXT = 'def a():\n\n    pass';

test.each([
  [1, 1, 0],
  [1, 9, 8],
  [2, 1, 9],
  [3, 5, 14],
  // Outside of the text: the nearest place in it.
  [1, 99, 8],
  [9, 3, 12],
  [0, 0, 0],
])('line %i, column %i is offset %i', (line, column, offset) => {
  expect(offsetOf(TEXT, { line, column })).toBe(offset);
});
