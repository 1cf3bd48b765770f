import { describe, expect, it } from 'vitest';
import { errorLine, meaningOf, unwrapped } from './pytest-messages.ts';

describe('what pytest means', () => {
  it('errors of fixtures are unwrapped, quotes inside of them kept', () => {
    expect(unwrapped('failed on setup with "RuntimeError: no "db" here"', '')).toEqual({
      phase: 'setup',
      message: 'RuntimeError: no "db" here',
    });
    expect(unwrapped('failed on teardown with "KeyError: 1"', '').phase).toBe('teardown');
    expect(unwrapped('plain', '')).toEqual({ phase: 'call', message: 'plain' });
  });

  it('a message that pytest has shortened is restored from the lines marked with E', () => {
    const details = 'def test():\n>   f()\nE   ValueError: one\nE   two\nE   three\n\na.py:1: ValueError';
    const message = 'ValueError: one\n[+2 more lines; full report in element text]';
    expect(meaningOf('failure', { message }, details).message).toBe('ValueError: one\ntwo\nthree');
    expect(meaningOf('failure', { message }, 'nothing to restore it from').message).toBe('ValueError: one');
    const long = 'ValueError: on...\n[truncated; full report in element text]';
    expect(meaningOf('failure', { message: long }, details).message).toBe('ValueError: one\ntwo\nthree');
    const wrapped = `failed on setup with "${message}`;
    expect(meaningOf('error', { message: wrapped }, details)).toEqual({
      outcome: 'error',
      phase: 'setup',
      message: 'ValueError: one\ntwo\nthree',
    });
  });

  it('of several exceptions the last one is the error', () => {
    expect(errorLine('E   KeyError: a\n\nDuring handling …\n\nE   ValueError: b\n')).toBe('ValueError: b');
    expect(errorLine('no marks')).toBeUndefined();
  });

  it('without a message the first line of the text speaks', () => {
    expect(meaningOf('failure', {}, '\n  boom\nmore').message).toBe('boom');
  });

  it('skips are told from expected failures', () => {
    expect(meaningOf('skipped', { type: 'pytest.xfail', message: '' }, '').outcome).toBe('xfailed');
    expect(meaningOf('skipped', { type: 'pytest.skip', message: 'x' }, '').outcome).toBe('skipped');
    expect(meaningOf('skipped', { message: 'xfail-marked test passes unexpectedly' }, '').outcome).toBe(
      'xpassed',
    );
  });
});
