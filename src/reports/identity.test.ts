import { describe, expect, it } from 'vitest';
import { checksum, dottedId, nodeId, splitNodeId, structureOf, testKey } from './identity.ts';

describe('names of tests', () => {
  it.each([
    ['tests/test_a.py::test_x', 'tests.test_a::test_x'],
    ['tests/test_a.py::TestC::test_x[a::b/c.py]', 'tests.test_a.TestC::test_x[a::b/c.py]'],
    ['tests\\test_a.py::test_x', 'tests.test_a::test_x'],
    ['tests.test_a.TestC::test_x[a[0]]', 'tests.test_a.TestC::test_x[a[0]]'],
    ['tests/test_a.py', 'tests.test_a::(collection)'],
    ['tests.test_a::(collection)', 'tests.test_a::(collection)'],
    ['::test_x', '(unknown)::test_x'],
  ])('%s has the key %s', (id, key) => {
    expect(testKey(id)).toBe(key);
    expect(testKey(key)).toBe(key);
  });

  it('a node id is put together from what JUnit has', () => {
    const named = splitNodeId('tests/test_a.py::TestC::test_x[1]');
    expect(nodeId('tests/test_a.py', named)).toBe('tests/test_a.py::TestC::test_x[1]');
  });

  it('the file of a base class is not the file of the test', () => {
    expect(nodeId('tests/base.py', { classPath: 'tests.test_a.TestC', name: 'test_x' })).toBeUndefined();
  });

  it('very long names are cut and stay different', () => {
    const long = (end: string): string =>
      dottedId({ classPath: 'm', name: `test[${'x'.repeat(5000)}${end}]` });
    expect(long('a').length).toBeLessThan(1100);
    expect(long('a')).not.toBe(long('b'));
    expect(testKey(long('a'))).toBe(long('a'));
    expect(testKey(`m.py::test[${'x'.repeat(5000)}a]`)).toBe(long('a'));
  });

  it.each([
    ['tests/a.py::TestC::TestD::t[x::y]', { module: 'tests.a', classes: 'TestC.TestD', name: 't[x::y]' }],
    ['tests.a.TestC.TestD::t[x::y]', { module: 'tests.a', classes: 'TestC.TestD', name: 't[x::y]' }],
    ['tests/a.py::t', { module: 'tests.a', classes: '', name: 't' }],
    ['tests.a::t', { module: 'tests.a', classes: '', name: 't' }],
    ['tests.a._PrivateCase::t', { module: 'tests.a', classes: '_PrivateCase', name: 't' }],
  ])('%s is taken apart', (id, structure) => {
    expect(structureOf(id)).toEqual(structure);
  });

  it('checksums have one length', () => {
    const lengths = Array.from({ length: 500 }, (_, index) => checksum(String(index)).length);
    expect(new Set(lengths)).toEqual(new Set([14]));
  });
});
