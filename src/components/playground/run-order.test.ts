import { expect, test } from 'vitest';
import type { Project } from '../../playground/project.ts';
import { orderOf } from './run-order.ts';

const PROJECT: Project = {
  id: 'a',
  title: 'My files',
  origin: { kind: 'own' },
  files: [{ path: 'test_a.py', text: 'mine' }],
  arguments: '-x test_a.py',
  withBackend: false,
  revision: 0,
};
const BACKEND = { 'app/__init__.py': '', 'pytest.ini': '[pytest]\n' };

function made(project: Project, target?: string): unknown {
  const order = orderOf(project, target);
  return order.kind === 'order' ? order.make(BACKEND) : order;
}

test('the reader’s files alone, or laid over the sample backend', () => {
  expect(made(PROJECT)).toEqual({ files: { 'test_a.py': 'mine' }, arguments: ['-x', 'test_a.py'] });
  expect(made({ ...PROJECT, withBackend: true })).toMatchObject({
    files: { ...BACKEND, 'test_a.py': 'mine' },
  });
});

test('one test alone', () => {
  expect(made(PROJECT, 'test_a.py::test_1')).toMatchObject({ arguments: ['-x', 'test_a.py::test_1'] });
});

test('what cannot be run says why', () => {
  expect(made({ ...PROJECT, arguments: '"' })).toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('closing one') as string,
  });
  const large = [{ path: 'a.py', text: 'x'.repeat(100_001) }];
  expect(made({ ...PROJECT, files: large })).toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('101 kB') as string,
  });
});
