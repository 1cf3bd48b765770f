import { expect, test } from 'vitest';
import { nameProblem, tidyName } from './names.ts';

test.each(['test_a.py', 'tests/unit/test_a.py', 'conftest.py', 'pytest.ini', 'naïve.py', '.coveragerc'])(
  '%s is a name',
  (path) => {
    expect(nameProblem(path, ['other.py', 'tests/conftest.py'])).toBeUndefined();
  },
);

test.each([
  ['', 'empty', 'Give the file a name'],
  ['a'.repeat(201), 'too-long', '201 characters'],
  ['../secret.py', 'unsafe', 'leads out of the project'],
  ['tests/../../x.py', 'unsafe', 'leads out of the project'],
  ['/etc/passwd', 'unsafe', 'a place on a computer'],
  ['C:/x.py', 'unsafe', 'a place on a computer'],
  ['tests\\test_a.py', 'unsafe', 'with / between folders'],
  ['tests/', 'unsafe', 'names a folder'],
  ['a//b.py', 'unsafe', 'no name that every system can write'],
  ['what?.py', 'unsafe', 'no name that every system can write'],
  ['a\u0000.py', 'unsafe', 'no name that every system can write'],
  ['__proto__', 'unsafe', 'no name that every system can write'],
  ['aux.py', 'reserved', 'Windows'],
  ['tests/NUL', 'reserved', 'Windows'],
  ['.git/config', 'reserved', 'Git'],
  ['redgreen_runner/plugin.py', 'reserved', 'test runner'],
  ['test_a.py', 'taken', 'There is a file test_a.py already'],
  ['Test_A.py', 'taken-but-for-case', 'differ only in capitals'],
  ['tests', 'folder', 'is a folder already'],
  ['test_a.py/x.py', 'folder', 'is a file, so no file can lie in it'],
])('%j is refused: %s', (path, kind, words) => {
  const problem = nameProblem(path, ['test_a.py', 'tests/conftest.py']);
  expect(problem?.kind).toBe(kind);
  expect(problem?.words).toContain(words);
});

test('names are kept without spaces around them, accents in one way', () => {
  expect(tidyName('  nai\u0308ve.py ')).toBe('na\u00efve.py');
});
