import { describe, expect, it } from 'vitest';
import type { Problem } from '../../reports/model.ts';
import { fingerprint, headline } from './fingerprint.ts';

const problem = (message: string, phase: Problem['phase'] = 'call'): Problem[] => [
  { phase, message, details: '', cut: false },
];

describe('two failures have one fingerprint', () => {
  it.each([
    [
      "<module 'app.x' from '/home/a/repo/app/x.py'> does not have",
      "<module 'app.x' from '/builds/7/repo/app/x.py'> does not have",
    ],
    ['<Mock at 0x7f01>', '<Mock at 0x7fff>'],
    ["<Mock name='f' id='139982860115600'>", "<Mock name='f' id='140000000000001'>"],
    ['job 3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'job 9b2504e0-4f89-11d3-9a0c-0305e82c33ff'],
    ['at 2026-01-18T10:00:00.123Z', 'at 2026-02-01T00:00:00Z'],
    ['took 0.12345 s', 'took 3.99999 s'],
    ['\u001b[31mboom\u001b[0m\r\n', 'boom'],
  ])('%j and %j', (one, other) => {
    expect(fingerprint(problem(one))).toBe(fingerprint(problem(other)));
  });
});

describe('two failures are told apart', () => {
  it.each([
    ["'app.tasks' does not have the attribute 'a'", "'app.tasks' does not have the attribute 'b'"],
    ['assert 500 == 200', 'assert 503 == 200'],
    ['takes 2 positional arguments but 3 were given', 'takes 2 positional arguments but 4 were given'],
    ['No such file: /a/b/tests/data/one.wav', 'No such file: /a/b/tests/data/two.wav'],
  ])('%j and %j', (one, other) => {
    expect(fingerprint(problem(one))).not.toBe(fingerprint(problem(other)));
  });

  it('by where in the life of the test they happen', () => {
    expect(fingerprint(problem('boom', 'setup'))).not.toBe(fingerprint(problem('boom')));
  });
});

it('the headline is the first line that says something, and fits a line', () => {
  expect(headline(problem('\n  \n assert x\nmore'))).toBe('assert x');
  expect(headline(problem('x'.repeat(1000)))).toHaveLength(300);
  expect(headline([])).toBe('');
});
