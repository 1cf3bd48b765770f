import { expect, test } from 'vitest';
import { argumentsFor, joinArguments, splitArguments } from './arguments.ts';

test.each([
  ['', []],
  ['  -x   -v ', ['-x', '-v']],
  [`-k "one or two"`, ['-k', 'one or two']],
  [`-k 'a"b'`, ['-k', 'a"b']],
  [`--opt=""`, ['--opt=']],
  [`'' x`, ['', 'x']],
  ['a\\ b', ['a b']],
  [`te"st_"a.py`, ['test_a.py']],
])('%j is split as a shell would', (line, parts) => {
  expect(splitArguments(line)).toEqual({ kind: 'arguments', arguments: parts });
});

test('an open quote is refused in words', () => {
  expect(splitArguments(`-k "one`)).toEqual({
    kind: 'refused',
    words: 'The arguments have an opening " without its closing one. Add it.',
  });
});

test('too many are refused', () => {
  expect(splitArguments('-v '.repeat(51))).toMatchObject({ kind: 'refused' });
});

test.each([[[]], [['-x', '-k', 'one or two']], [['']], [[`it's`, 'say "x"', `both ' and "`, 'back\\slash']]])(
  '%j comes back from a line',
  (parts) => {
    expect(splitArguments(joinArguments(parts))).toEqual({ kind: 'arguments', arguments: parts });
  },
);

const PATHS = ['test_a.py', 'test_b.py', 'tests/test_c.py'];

test('without a target the arguments are the reader’s, in their order', () => {
  expect(argumentsFor(['test_b.py', 'test_a.py'], undefined, PATHS)).toEqual(['test_b.py', 'test_a.py']);
});

test('with a target the files named go, and options stay', () => {
  const parts = ['-x', 'test_b.py', 'test_a.py::test_1', 'tests/', '-k', 'one'];
  expect(argumentsFor(parts, 'test_a.py::test_2', PATHS)).toEqual(['-x', '-k', 'one', 'test_a.py::test_2']);
});
