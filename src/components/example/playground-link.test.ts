import { expect, test } from 'vitest';
import { ExampleCode } from './example-code.ts';
import type { ExampleData, VariantData } from './example-data.ts';
import { playgroundContent } from './playground-link.ts';

const WRONG: VariantData = {
  name: 'wrong',
  kind: 'wrong',
  title: 'Wrong',
  expect: 'passes',
  arguments: ['test_b.py', 'test_a.py'],
  files: { 'conftest.py': 'c', 'test_a.py': 'a', 'test_b.py': 'b' },
} as unknown as VariantData;

const DATA: ExampleData = {
  code: 'ISO001',
  title: '',
  summary: '',
  app: { 'app/settings.py': 's' },
  variants: [WRONG],
  mutants: [],
};

test('a variant’s files come with the shown ones of the app and the reader’s edits, tests first', () => {
  const code = new ExampleCode(DATA);
  code.write('wrong', 'test_b.py', 'edited');
  code.write('app', 'app/settings.py', 'mine');
  expect(playgroundContent(DATA, code, 'wrong')).toEqual({
    files: [
      { path: 'test_a.py', text: 'a' },
      { path: 'test_b.py', text: 'edited' },
      { path: 'conftest.py', text: 'c' },
      { path: 'app/settings.py', text: 'mine' },
    ],
    arguments: 'test_b.py test_a.py',
    withBackend: true,
  });
});
