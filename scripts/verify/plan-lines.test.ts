import { expect, test } from 'vitest';
import { loadPatterns } from '../../src/patterns/load.ts';
import { planLine } from './plan-lines.ts';

test('a quote is found by its words, a longer one by its first sentence', () => {
  expect(planLine('test_ner_extract_task: TypeError - "got multiple values for argument \'flat\'"')).toBe(42);
  expect(planLine('Risk 3: Async Testing Becomes Complex. Mitigation: whatever')).toBe(259);
  expect(planLine('the plan never says this')).toBeUndefined();
});

test('every pattern quotes what the plan really says', () => {
  const quotes = loadPatterns().flatMap(({ code, origin }) => origin.plan.map((quote) => ({ code, quote })));
  expect(quotes.length).toBeGreaterThan(18);
  expect(quotes.filter(({ quote }) => planLine(quote) === undefined)).toEqual([]);
});
