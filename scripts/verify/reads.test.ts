import { expect, it } from 'vitest';
import { archiveReads, notFirst } from './reads.ts';

it('knows the archive of a path, and leaves other paths out', () => {
  expect(
    archiveReads(['/tmp/x.py', '/lib/redgreen/packages.zip/celery/app/task.py', '/lib/python314.zip/ast.py']),
  ).toEqual(['packages:celery/app/task.py', 'standardLibrary:ast.py']);
});

it('names what is read but comes late, once', () => {
  const first = { standardLibrary: ['ast.py'], packages: [] };
  expect(notFirst(['packages:a.py', 'standardLibrary:ast.py', 'packages:a.py'], first)).toEqual([
    'packages:a.py',
  ]);
});
