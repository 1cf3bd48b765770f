import { describe, expect, it } from 'vitest';
import { applyMutant, runFiles } from './pattern.ts';
import type { Mutant } from './schema.ts';

const mutant = (find: string): Mutant => ({
  name: 'm',
  bug: 'b',
  edits: [{ file: 'app/a.py', find, replace: '$& stays as it is' }],
  killedBy: ['right'],
});

describe('runFiles', () => {
  const backend = { 'app/a.py': 'x', 'pytest.ini': '[pytest]' };
  it('lays the variant over the backend', () => {
    expect(runFiles(backend, { 'test_a.py': 't' })).toEqual({ ...backend, 'test_a.py': 't' });
  });
  it.each(['pytest.ini', 'setup.cfg', 'pyproject.toml', 'pytest.toml', 'tox.ini'])(
    'leaves the backend’s configuration out where the variant brings %s',
    (name) => {
      expect(runFiles(backend, { [name]: 'own' })).toEqual({ 'app/a.py': 'x', [name]: 'own' });
    },
  );
});

describe('applyMutant', () => {
  it('replaces the text as it is, without reading signs in it', () => {
    expect(applyMutant({ 'app/a.py': 'one two' }, mutant('one'))['app/a.py']).toBe('$& stays as it is two');
  });
  it('refuses a text that stands twice', () => {
    expect(() => applyMutant({ 'app/a.py': 'one one' }, mutant('one'))).toThrow('stands 2 times');
  });
  it('refuses a file that is not there', () => {
    expect(() => applyMutant({}, mutant('one'))).toThrow('there is no file app/a.py');
  });
});
