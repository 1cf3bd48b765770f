import { describe, expect, it } from 'vitest';
import type { OutcomeClaim, VariantFile } from '../patterns/schema.ts';
import { claimFor, compare, type ComparableRun } from './compare.ts';

const failed = (message: string, exceptionType = 'TypeError'): ComparableRun => ({
  exitCode: 1,
  tests: [
    {
      id: 'test_ner.py::test_a',
      outcome: 'failed',
      failures: [{ phase: 'call', exceptionType, message, frames: [], text: '' }],
    },
    { id: 'test_ner.py::test_b', outcome: 'passed', failures: [] },
  ],
});
const passed: ComparableRun = {
  exitCode: 0,
  tests: [{ id: 'test_ner.py::test_a', outcome: 'passed', failures: [] }],
};

const failsWith = (part: { message?: string; pattern?: string }): OutcomeClaim => ({
  expect: 'fails',
  failures: [{ test: 'test_ner.py::test_a', exception: 'TypeError', phase: 'call', ...part }],
});
const differences = (claim: OutcomeClaim, run: ComparableRun): readonly string[] => {
  const comparison = compare(claim, run);
  return comparison.kind === 'match' ? [] : comparison.differences;
};

describe('a claim that a test fails', () => {
  it('matches the claimed test, exception and message', () => {
    expect(compare(failsWith({ message: 'boom' }), failed('boom'))).toEqual({ kind: 'match' });
  });
  it('holds one line of claim against the first line of the message', () => {
    expect(differences(failsWith({ message: 'assert 1 == 2' }), failed('assert 1 == 2\n  detail'))).toEqual(
      [],
    );
  });
  it('takes a pattern where versions word a message differently', () => {
    expect(
      differences(
        failsWith({ pattern: "'dict' object can't be awaited|object dict can't" }),
        failed("'dict' object can't be awaited"),
      ),
    ).toEqual([]);
  });
  it('does not match when the test passes', () => {
    expect(differences(failsWith({ message: 'boom' }), passed)[0]).toBe(
      'test_ner.py::test_a should fail with TypeError, but passed',
    );
  });
  it('does not match another message, and says both', () => {
    expect(differences(failsWith({ message: 'boom' }), failed('bang'))).toEqual([
      'test_ner.py::test_a should fail in call with TypeError: boom; it said TypeError: bang (in call)',
    ]);
  });
  it('does not match another exception', () => {
    expect(differences(failsWith({ message: 'boom' }), failed('boom', 'ValueError'))).toHaveLength(1);
  });
  it('does not match when the claimed test did not run', () => {
    const claim: OutcomeClaim = {
      expect: 'fails',
      failures: [{ test: 'test_x.py::test_gone', exception: 'TypeError', message: 'boom', phase: 'call' }],
    };
    expect(differences(claim, failed('boom'))).toEqual([
      'test_x.py::test_gone did not run',
      'test_ner.py::test_a failed, which is not claimed: TypeError: boom (in call)',
    ]);
  });
});

describe('a claim that all pass', () => {
  it('matches a green run', () => {
    expect(compare({ expect: 'passes' }, passed)).toEqual({ kind: 'match' });
    expect(compare({ expect: 'green-and-useless', survives: ['x'] }, passed)).toEqual({ kind: 'match' });
  });
  it('does not match a run without tests', () => {
    expect(differences({ expect: 'passes' }, { exitCode: 5, tests: [] })).toContain('no test ran');
  });
  it('names what failed instead', () => {
    expect(differences({ expect: 'passes' }, failed('boom'))[0]).toBe(
      'test_ner.py::test_a should pass, but failed: TypeError: boom (in call)',
    );
  });
});

it('holds the number of tests by outcome', () => {
  const counts = { passed: 2, failed: 0, error: 0, skipped: 0, xfailed: 0, xpassed: 0 };
  expect(differences({ expect: 'passes', counts }, passed)).toEqual([
    '2 test(s) should be passed, but 1 are',
  ]);
});

it('holds the exit code, also one of its own', () => {
  expect(differences({ expect: 'passes' }, { ...passed, exitCode: 3 })).toEqual([
    "pytest's exit code should be 0, but is 3",
  ]);
  expect(
    differences({ ...failsWith({ message: 'boom' }), exitCode: 2 }, { ...failed('boom'), exitCode: 2 }),
  ).toEqual([]);
});

describe('claimFor', () => {
  const variant: VariantFile = {
    title: 't',
    arguments: [],
    expect: 'fails',
    differs: [{ python: '>=3.14', because: 'pathlib calls os.path', expect: 'passes' }],
  };
  it('takes the claim of the version that ran', () => {
    expect(claimFor(variant, '3.14.2').expect).toBe('passes');
    expect(claimFor(variant, '3.13.0').expect).toBe('fails');
  });
});

describe('a claim that pytest itself breaks down', () => {
  const claim: OutcomeClaim = {
    expect: 'fails',
    breaksDown: { exception: 'Failed', message: '[pytest] section in setup.cfg' },
  };
  const note = 'pytest itself broke down: Failed: [pytest] section in setup.cfg files is no longer supported';

  it('matches a run without tests that says so', () => {
    expect(compare(claim, { exitCode: 3, tests: [], note })).toEqual({ kind: 'match' });
  });
  it('does not match a run that went well', () => {
    expect(differences(claim, passed)).toEqual([
      'pytest should break down with Failed: [pytest] section in setup.cfg; it did not',
      "pytest's exit code should be 3, but is 0",
    ]);
  });
  it('does not match another breakdown, and says what it was', () => {
    const [said] = differences(claim, {
      exitCode: 3,
      tests: [],
      note: 'pytest itself broke down: OSError: x',
    });
    expect(said).toContain('it said: pytest itself broke down: OSError: x');
  });
  it('any other claim does not match a run that broke down', () => {
    expect(differences({ expect: 'passes' }, { ...passed, note })).toEqual([note]);
  });
});
