import { describe, expect, it } from 'vitest';
import { dateTicks, linear, spread, ticks } from './scale.ts';

it('puts values on an axis in percent', () => {
  expect(linear(1600, 1700)(1625)).toBe(25);
  expect(linear(5, 5)(5)).toBe(50);
});

describe('ticks', () => {
  it.each([
    [0, 100, [0, 20, 40, 60, 80, 100]],
    [1580, 1760, [1600, 1650, 1700, 1750]],
    [60, 85, [60, 65, 70, 75, 80, 85]],
    [0, 0.5, [0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5]],
    [7, 7, [7]],
  ])('%d to %d', (from, to, expected) => {
    expect(ticks(from, to)).toEqual(expected);
  });
});

it('names a few days, the first with its year', () => {
  const from = Date.parse('2026-01-18T09:00:00Z');
  const to = Date.parse('2026-02-20T00:00:00Z');
  expect(dateTicks(from, to).map(({ text }) => text)).toEqual(['19 Jan 2026', '28 Jan', '6 Feb', '15 Feb']);
});

describe('labels', () => {
  it.each([
    ['that have room stay where they belong', [10, 50, 90], [10, 50, 90]],
    ['that would be written over each other move apart, both', [40, 42], [38, 44]],
    ['keep their order, whatever order they come in', [42, 40], [44, 38]],
    ['push their neighbours', [40, 42, 45], [36.333, 42.333, 48.333]],
    ['at the same place', [50, 50, 50], [44, 50, 56]],
    ['none', [], []],
  ])('%s', (_, centres, expected) => {
    expect(spread(centres, 6).map((place) => Math.round(place * 1000) / 1000)).toEqual(expected);
  });
});
