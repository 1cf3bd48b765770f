import { expect, test } from 'vitest';
import { freeTitle, readProject, writeProject, type Project } from './project.ts';

const PROJECT: Project = {
  id: 'a1',
  title: 'My files',
  origin: { kind: 'example', fingerprint: '00ff', name: 'CEL001, wrong' },
  files: [{ path: 'test_a.py', text: 'def test_a(): ...\n' }],
  arguments: '-x',
  withBackend: true,
  revision: 3,
};

test('a project comes back as it was kept', () => {
  expect(readProject(writeProject(PROJECT))).toEqual(PROJECT);
});

test.each([
  ['nothing', ''],
  ['half of one', writeProject(PROJECT).slice(0, 60)],
  ['another version', writeProject(PROJECT).replace('"version":1', '"version":2')],
  ['no list of files', writeProject(PROJECT).replace(/"files":\[.*?\]/, '"files":7')],
  ['a file outside', writeProject(PROJECT).replace('test_a.py', '../a.py')],
])('%s is no project', (_, item) => {
  expect(readProject(item)).toBeUndefined();
});

test('a title that is taken gets a number', () => {
  expect(freeTitle('My files', [])).toBe('My files');
  expect(freeTitle('My files', ['My files', 'My files (2)'])).toBe('My files (3)');
});
