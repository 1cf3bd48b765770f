import { expect, it } from 'vitest';
import { line, linesTable, median } from './figures.ts';

it('takes the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it('holds medians against medians', () => {
  const made = line('x', { wall: [100, 120, 500], cpu: [] }, { wall: [600, 600], cpu: [1] }, 0.2);
  expect(made.wall).toBeCloseTo(0.2);
  expect(made.cpu).toBeUndefined();
  expect(linesTable([made])).toContain('| x | 120 ms | 600 ms (CPU 1) | 0.20 | – | ≤ 0.2 |');
});
