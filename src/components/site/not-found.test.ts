import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { find, type Codes } from './not-found.ts';

const codes: Codes = {
  known: ['CEL001', 'CEL003', 'IMP002'],
  slugs: { 'self-twice': 'CEL001' },
  retired: { CEL090: 'CEL091', CEL091: 'IMP002', MOD001: 'MOD002', AAA001: 'BBB001', BBB001: 'AAA001' },
};

test.each([
  ['p/cel001', 'p/CEL001/'],
  ['p/cel001/', 'p/CEL001/'],
  ['p/Cel001.html', 'p/CEL001/'],
  ['cel001', 'p/CEL001/'],
  ['p/CEL-1', 'p/CEL001/'],
  ['patterns/imp%20002/', 'p/IMP002/'],
  ['p/cel090', 'p/IMP002/'],
  ['patterns/celery/Self-Twice/', 'p/CEL001/'],
  ['self-twice.html', 'p/CEL001/'],
])('%s leads to %s', (asked, path) => {
  expect(find(asked, codes)).toEqual({ kind: 'redirect', path });
});

test.each([
  ['p/xyz123', 'XYZ123', []],
  ['p/MOD001', 'MOD001', []],
  ['p/AAA001', 'AAA001', []],
  ['p/cel002', 'CEL002', ['CEL001', 'CEL003']],
  ['p/cle001', 'CLE001', ['CEL001']],
  ['p/IPM002', 'IPM002', ['IMP002']],
])('%s is a code without a page', (asked, code, near) => {
  expect(find(asked, codes)).toEqual({ kind: 'unknown-code', code, near });
});

test.each(['', 'p/', 'start/nothing', 'p/cel001/more', 'p/celery001', '%E0%A4%A', 'p/cel0001'])(
  '%s is no code',
  (asked) => {
    expect(find(asked, codes)).toEqual({ kind: 'unknown' });
  },
);

describe('src/patterns/retired.json', () => {
  const text = readFileSync(new URL('../../patterns/retired.json', import.meta.url), 'utf8');
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);

  test('leads from codes to codes', () => {
    const code = /^[A-Z]{3}\d{3}$/;
    expect(entries.flat().filter((entry) => typeof entry !== 'string' || !code.test(entry))).toEqual([]);
  });
});
