import { expect, test } from 'vitest';
import type { Mark } from './pages.ts';
import { whereTimeGoes, whereWords } from './where.ts';

const run = (at: number, variant: string, took: readonly number[]): Mark[] =>
  ['run', 'ready', 'test', 'verdict'].map((name, index) => ({
    name: `redgreen:${name}`,
    startTime: at + (took[index] ?? NaN),
    detail: { code: 'CEL001', variant },
  }));

const spare = (restore: number): Mark => ({
  name: 'redgreen:spare',
  startTime: 0,
  detail: { script: 1, engine: 2, waiting: 0, restore },
});

const MARKS = [
  spare(10),
  spare(30),
  ...run(0, 'wrong', [0, 100, 500, 900]),
  ...run(1000, 'wrong', [0, 1, 50, 60]),
  ...run(2000, 'wrong', [0, 3, 70, 80]),
];

test('medians of each step, without the first run', () => {
  const found = whereTimeGoes(MARKS);
  expect(found.interpreter).toEqual({ script: 1, engine: 2, waiting: 0, restore: 20 });
  expect(found.variants).toEqual({ wrong: { ready: 2, test: 60, verdict: 70 } });
});

test('in words', () => {
  expect(whereWords('chromium', whereTimeGoes(MARKS))).toBe(
    'chromium: next interpreter: script 1 ms, engine 2 ms, waiting 0 ms, restore 20 ms; after the press, wrong: ready 2 ms, test 60 ms, verdict 70 ms',
  );
});
