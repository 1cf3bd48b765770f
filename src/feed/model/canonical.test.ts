import { expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

it('gives the same bytes whatever the order of keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: undefined })).toBe(canonicalJson({ b: [{ c: 2, d: 1 }] }));
});
it('keeps a key named __proto__', () => {
  expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{\n  "__proto__": 1\n}\n');
});
it('refuses numbers that JSON turns into null', () => {
  expect(() => canonicalJson([Number.NaN])).toThrow('JSON has no NaN');
});
