import { expect, test } from 'vitest';
import { loadPatterns } from '../../src/patterns/load.ts';
import type { Pattern } from '../../src/patterns/pattern.ts';
import { closingTable } from './table.ts';

const patterns = loadPatterns();
const first = patterns.find(({ code }) => code === 'CEL001');
if (!first?.recorded) throw new Error('CEL001 has no recorded verdicts');
const recorded = first.recorded;

const rowOf = (pattern: Pattern): string[] => {
  const [, , row = ''] = closingTable([pattern]).split('\n');
  return row.split(/(?<!\\)\|/).map((cell) => cell.trim());
};

test('each pattern is one row of six cells, whatever is in its lines', () => {
  const table = closingTable(patterns).split('\n\n')[0]?.split('\n') ?? [];
  expect(table).toHaveLength(patterns.length + 2);
  expect([...new Set(table.map((row) => row.split(/(?<!\\)\|/).length))]).toEqual([8]);
});

test('a row says where the pattern comes from, what it claims and what happened', () => {
  const [, title, origin, claim, cpython, pyodide, mutants] = rowOf(first);
  expect(title).toBe('CEL001 A bound task gets self twice');
  expect(origin).toMatch(/^plan, line 42: test_ner_extract_task.*; real suite, 27 tests/);
  expect([claim, mutants]).toEqual(['1 fail, 3 pass', '1 of 1']);
  expect(cpython).toMatch(/^4 of 4 \(3\.\d+\.\d+\)$/);
  expect(pyodide).toMatch(/^4 of 4 \(3\.14/);
});

test('a variant that did not do as claimed is named', () => {
  const { wrong, ...others } = recorded.pyodide.variants;
  if (!wrong) throw new Error('CEL001 has no wrong variant');
  const green = { ...wrong, exitCode: 0, tests: [] };
  const changed = { ...recorded, pyodide: { ...recorded.pyodide, variants: { ...others, wrong: green } } };
  expect(rowOf({ ...first, recorded: changed })[5]).toMatch(/^3 of 4 .*, not wrong$/);
});

test('a mutant that every right test survives is not counted as killed', () => {
  const changed = { ...recorded, mutants: { 'flat-inverted': { right: 'survived' as const } } };
  expect(rowOf({ ...first, recorded: changed })[6]).toBe('0 of 1');
});

test('a pattern without recorded verdicts says so', () => {
  const bare = Object.fromEntries(Object.entries(first).filter(([key]) => key !== 'recorded'));
  expect(rowOf(bare as unknown as Pattern)[4]).toBe('not recorded');
});
