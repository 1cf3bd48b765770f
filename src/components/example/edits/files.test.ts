import { describe, expect, test } from 'vitest';
import { changedFiles, contentHash, isSafePath, textOf } from './files.ts';

describe('a path from a stranger', () => {
  test.each(['test_ner.py', 'app/tasks/model_tasks.py', 'pytest.ini', '.coveragerc', 'a b.py', 'tests/é.py'])(
    '%j is taken',
    (path) => {
      expect(isSafePath(path)).toBe(true);
    },
  );

  test.each([
    '',
    '/etc/passwd',
    '../x.py',
    'a/../../x.py',
    './x.py',
    'a//b.py',
    'a/',
    '..',
    'C:\\x.py',
    'c:x.py',
    'a\\..\\x',
    '__proto__',
    'a/__proto__/b',
    'x\u0000.py',
    'x\n.py',
    'trailing.',
    'trailing ',
    'x'.repeat(201),
  ])('%j is refused', (path) => {
    expect(isSafePath(path)).toBe(false);
  });
});

test('names of Object are no files', () => {
  expect(textOf({}, '__proto__')).toBeUndefined();
  expect(textOf({}, 'constructor')).toBeUndefined();
  expect(changedFiles({}, { toString: 'x' })).toEqual({ toString: 'x' });
});

test('the fingerprint tells similar texts apart', () => {
  const texts = [
    '',
    'a',
    'b',
    'ab',
    'ba',
    'x = 1\n',
    'x = 2\n',
    'x = 1',
    ...Array.from({ length: 2000 }, (_, i) => `x = ${i}\n\n`),
  ];
  expect(new Set(texts.map(contentHash)).size).toBe(texts.length);
  expect(contentHash('x')).toMatch(/^[0-9a-f]{16}$/);
});
