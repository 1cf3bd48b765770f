import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/load.ts';
import { placeAt, scanJson } from './json-scan.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the JSON scanner', () => {
  it.each([
    '{}',
    '[]',
    '""',
    '0',
    '-0',
    '1e5',
    '1E+5',
    '01',
    '1.',
    '.5',
    '-',
    '+1',
    'nul',
    'null',
    'true ',
    ' [1 , 2]',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '{"a" 1}',
    '[1 2]',
    '"\t"',
    '"\\x"',
    '"\\u12"',
    '"\\u12g4"',
    '"\\u0041"',
    '"\u2028"',
    '"\\"',
    '{"a":{"b":[{}]}}',
    '{}{}',
    '',
    ' ',
    '[',
    '{"a"',
    'NaN',
    '[Infinity]',
    '"\ud800"',
    '\ufeff{}',
    '{"a":tru}',
    '[1.5e]',
    '[null,false,true]',
    '{"":""}',
  ])('agrees with the engine on %j', (text) => {
    expect(scanJson(text, 64) === undefined).toBe(parses(text));
  });

  it('agrees with the engine on 2,000 mutations of a real report', () => {
    const text = fixture('truth.ctrf.json').slice(0, 1600);
    let seed = 7;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return seed % below;
    };
    let wrong = 0;
    for (let round = 0; round < 2000; round += 1) {
      const at = random(text.length);
      const put = '{}[]",:\\ 0-ntx\n'.charAt(random(15));
      const mutated = text.slice(0, at) + (round % 2 === 0 ? put : '') + text.slice(at + 1);
      const whole = `${mutated}"}]}}`;
      if (!parses(whole)) wrong += 1;
      expect(scanJson(whole, 64) === undefined, whole).toBe(parses(whole));
    }
    expect(wrong).toBeGreaterThan(100);
  });

  it('stops at the depth, and not before', () => {
    expect(scanJson('[[[]]]', 3)).toBeUndefined();
    expect(scanJson('[[[[]]]]', 3)).toMatchObject({ kind: 'too-deep', offset: 3 });
  });

  it('counts lines and columns from 1', () => {
    expect(placeAt('ab\ncd\n', 0)).toEqual({ line: 1, column: 1 });
    expect(placeAt('ab\ncd\n', 4)).toEqual({ line: 2, column: 2 });
    expect(placeAt('ab\ncd\n', 6)).toEqual({ line: 3, column: 1 });
  });
});
