import { describe, expect, it } from 'vitest';
import { INTERVAL, mayAsk, nextWait } from './schedule.ts';

const minutes = (wait: number): number => wait / 60_000;

describe('nextWait', () => {
  it.each([
    [0, 0, 4],
    [0, 0.5, 5],
    [0, 1, 6],
    [1, 0.5, 10],
    [3, 0.5, 40],
    [4, 0.5, 60],
    [1000, 0.5, 60],
  ])('after %d failures with chance %d: %d minutes', (failures, chance, expected) => {
    expect(minutes(nextWait(INTERVAL, failures, chance))).toBe(expected);
  });
});

it('lets the reader come back at most every five seconds', () => {
  expect(mayAsk(10_000, null)).toBe(true);
  expect(mayAsk(10_000, 5_001)).toBe(false);
  expect(mayAsk(10_000, 5_000)).toBe(true);
});
