import { describe, expect, test } from 'vitest';
import { stripBase, withBase } from './url.ts';

describe('withBase', () => {
  test.each([
    ['/', '/p/CEL001/', '/p/CEL001/'],
    ['/', '', '/'],
    ['/redgreen', 'p/CEL001/', '/redgreen/p/CEL001/'],
    ['/redgreen/', '/p/CEL001/#right-apply', '/redgreen/p/CEL001/#right-apply'],
    ['/a/b/', '', '/a/b/'],
  ])('joins %s and %s', (base, path, expected) => {
    expect(withBase(base, path)).toBe(expected);
  });
});

describe('stripBase', () => {
  test.each([
    ['/', '/p/cel001', 'p/cel001'],
    ['/redgreen', '/redgreen/p/cel001/', 'p/cel001/'],
    ['/redgreen/', '/redgreen', ''],
    ['/redgreen/', '/redgreen/', ''],
    ['/redgreen/', '/redgreens/p/cel001', undefined],
  ])('takes %s off %s', (base, path, expected) => {
    expect(stripBase(base, path)).toBe(expected);
  });
});
