import { parse } from 'yaml';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { patternSchema } from '../src/patterns/schema.ts';
import { patternFiles, problemWith } from './new-pattern.ts';

const asked = { code: 'CEL012', topic: 'celery', slug: 'a-new-one', title: 'A "new" one' };

it('makes a pattern.yaml that the schema takes, whatever is in the title', () => {
  const files = patternFiles(asked);
  const parsed = v.safeParse(patternSchema, parse(files['pattern.yaml'] ?? ''));
  expect(parsed.issues).toBeUndefined();
  expect(parsed.success && parsed.output.title).toBe('A "new" one');
  expect(Object.keys(files).sort()).toEqual([
    'index.mdx',
    'pattern.yaml',
    'right/test_example.py',
    'wrong/test_example.py',
  ]);
});

it.each([
  [{ ...asked, code: 'cel12' }, 'three letters and three digits'],
  [{ ...asked, topic: '../x' }, 'lower case'],
  [{ ...asked, slug: 'A b' }, 'hyphens'],
  [{ ...asked, title: '' }, 'title is missing'],
])('refuses %o', (wrong, said) => {
  expect(problemWith(wrong)).toContain(said);
  expect(problemWith(asked)).toBeUndefined();
});

it('refuses a code that was ever published', () => {
  expect(problemWith(asked, ['CEL012'])).toContain('take the next free number');
});
