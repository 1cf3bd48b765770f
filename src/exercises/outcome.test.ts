import { expect, it } from 'vitest';
import type { Failure } from '../interpreter/events.ts';
import { outcomeOnApp, outcomeOnMutants, type JudgedRun } from './outcome.ts';

const failure = (changes: Partial<Failure>): Failure => ({
  phase: 'call',
  exceptionType: 'AssertionError',
  message: 'assert 1 == 2',
  frames: [],
  text: '',
  ...changes,
});

const run = (changes: Partial<JudgedRun>): JudgedRun => ({ verdict: 'passed', tests: [], ...changes });

it('lets a test that passes go on to the bugs', () => {
  expect(outcomeOnApp(run({ tests: [{ outcome: 'passed', failures: [] }] }))).toBeUndefined();
});

it.each([
  ['SyntaxError', 'invalid syntax (test_x.py, line 3)', 'invalid syntax', 3],
  ['IndentationError', 'expected an indented block (test_x.py, line 2)', 'expected an indented block', 2],
  ['TabError', 'inconsistent use of tabs', 'inconsistent use of tabs', undefined],
])('tells %s and its line', (exceptionType, message, says, line) => {
  const tests = [
    { outcome: 'error', failures: [failure({ phase: 'collect', exceptionType, message })] },
  ] as const;
  expect(outcomeOnApp(run({ verdict: 'error', tests }))).toEqual({ kind: 'syntax-error', says, line });
});

it('does not take a SyntaxError inside a test for one of the file', () => {
  const tests = [{ outcome: 'failed', failures: [failure({ exceptionType: 'SyntaxError' })] }] as const;
  expect(outcomeOnApp(run({ verdict: 'failed', tests }))).toEqual({ kind: 'fails', failed: 1, total: 1 });
});

it('tells a file without a test', () => {
  expect(outcomeOnApp(run({ verdict: 'none' }))).toEqual({ kind: 'no-test' });
});

it.each(['skipped', 'xfailed'] as const)('does not take %s for green', (outcome) => {
  expect(outcomeOnApp(run({ tests: [{ outcome, failures: [] }] }))).toEqual({ kind: 'nothing-passed' });
});

it('counts what fails, errors too', () => {
  const tests = [
    { outcome: 'failed', failures: [failure({})] },
    { outcome: 'error', failures: [failure({ phase: 'setup' })] },
    { outcome: 'passed', failures: [] },
  ] as const;
  expect(outcomeOnApp(run({ verdict: 'error', tests }))).toEqual({ kind: 'fails', failed: 2, total: 3 });
});

it('does not believe a run with a note, nor one that broke off', () => {
  expect(outcomeOnApp(run({ verdict: 'error', note: 'pytest broke down' }))).toMatchObject({
    kind: 'unreliable',
    note: 'pytest broke down',
  });
  expect(outcomeOnApp(run({ verdict: 'error' }))).toMatchObject({ kind: 'unreliable' });
});

it('is solved only if no bug is missed', () => {
  expect(outcomeOnMutants(['a'])).toEqual({ kind: 'misses', missed: ['a'] });
  expect(outcomeOnMutants([])).toEqual({ kind: 'solved' });
});
