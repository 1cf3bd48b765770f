import { expect, test } from 'vitest';
import { indentAfter } from './indent.ts';

test.each([
  ['', ''],
  ['x = 1', ''],
  ['    x = 1', '    '],
  ['def test():', '    '],
  ['x = 1\n    if x:', '        '],
  ['    if x:  # why', '        '],
  ['    return x', ''],
  ['        pass', '    '],
  ['    returned = 1', '    '],
  ['    return call(', '        '],
  ['    return a,', '    '],
  ['    return (1', '    '],
  ['    return f(g(1), [2])', '    '],
  ['    return f(1), [2]', ''],
  ['x = {"a": 1}', ''],
])('after %j the next line begins with %j', (before, indent) => {
  expect(indentAfter(before)).toBe(indent);
});
