import { expect, test } from 'vitest';
import { movableClock } from './clock.ts';

test('both clocks move together, by seconds', () => {
  const scope = { performance: { now: () => 100 }, Date: { now: () => 1_000_000 } };
  const skip = movableClock(scope);
  skip(1.5);
  skip(0.25);
  expect(scope.performance.now()).toBe(1850);
  expect(scope.Date.now()).toBe(1_001_750);
});

test('clocks go on by themselves', () => {
  let time = 5;
  const scope = { performance: { now: () => time }, Date: { now: () => time } };
  movableClock(scope)(2);
  time = 8;
  expect(scope.performance.now()).toBe(2008);
});

test('real clocks can be moved', () => {
  const scope = {
    performance: { now: performance.now.bind(performance) },
    Date: { now: Date.now.bind(Date) },
  };
  const before = scope.performance.now();
  movableClock(scope)(60);
  expect(scope.performance.now()).toBeGreaterThanOrEqual(before + 60_000);
  expect(Number.isInteger(scope.Date.now())).toBe(true);
});
