import { expect, it } from 'vitest';
import { nextStep, onWords, summaryWords } from './step-words.ts';

const IDS = ['a', 'b', 'c'];

it.each([
  [[], 0, 'Begin with step 1'],
  [['a'], 1, 'Go on with step 2'],
  [['b'], 0, 'Begin with step 1'],
  [['a', 'c'], 1, 'Go on with step 2'],
  [['a', 'b', 'c', 'gone'], undefined, 'Go through it again'],
])('with %o solved leads to step %s', (solved, index, words) => {
  const next = nextStep(IDS, new Set(solved));
  expect(next).toBe(index);
  expect(onWords(next)).toBe(words);
});

it('counts', () => {
  expect(summaryWords(1, 3)).toBe('1 of 3 steps solved.');
  expect(summaryWords(3, 3)).toBe('All 3 steps solved.');
});
