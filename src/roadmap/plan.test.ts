import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { categories } from './categories.ts';
import * as outlook from './outlook.ts';
import { phases, phaseTotals } from './phases.ts';
import type { Stated } from './stated.ts';
import { plan, totals } from './totals.ts';

const lines = readFileSync(new URL('plan-phase-2.md', import.meta.url), 'utf8').split('\n');

function isStated(value: object): value is Stated<unknown> {
  return 'line' in value && 'quote' in value && 'value' in value;
}

/** Every figure and quoted line in the data, with its path for the message. */
function collect(value: unknown, path: string): [string, Stated<unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  if (isStated(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, entry]) => collect(entry, `${path}.${key}`));
}

const all = collect({ plan, totals, phases, phaseTotals, categories, ...outlook }, 'plan');

it('finds the figures', () => {
  expect(all.length).toBeGreaterThan(150);
});

it.each(all)('%s stands in its line', (_, { line, quote }) => {
  expect(lines[line - 1]).toContain(quote);
});

it('takes every number from the words that it quotes', () => {
  const wrong = all.filter(([, { value, quote }]) => {
    const numbers = [value].flat().filter((entry) => typeof entry === 'number');
    const quoted = new Set((quote.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
    return numbers.some((entry) => !quoted.has(entry));
  });
  expect(wrong).toEqual([]);
});
