import { describe, expect, it } from 'vitest';
import type { PatternSignatures } from '../patterns/signatures.ts';
import { factsFromReport, type FailureFacts } from './failure-facts.ts';
import { triage } from './triage.ts';

const CELERY: PatternSignatures = {
  code: 'CEL001',
  title: 'A bound task gets self twice',
  distinctive: false,
  signatures: [
    {
      exception: 'TypeError',
      message: "got multiple values for argument '\\w+'",
      frames: ['celery/app/task.py', 'celery/local.py'],
    },
  ],
};
const PATCH: PatternSignatures = {
  code: 'IMP001',
  title: 'Patch a name that is not there',
  distinctive: true,
  signatures: [
    { exception: 'AttributeError', message: "<module '[\\w.]+' from .* does not have the attribute '\\w+'" },
  ],
};
const ALL = [CELERY, PATCH];

const facts = (part: Partial<FailureFacts>): FailureFacts => ({
  exceptionType: 'TypeError',
  message: "ner_extract_task() got multiple values for argument 'flat'",
  files: ['test_ner.py', 'celery/app/task.py'],
  text: '',
  ...part,
});

describe('triage', () => {
  it('names the pattern with the evidence for it', () => {
    expect(triage(facts({}), ALL)).toEqual([
      {
        code: 'CEL001',
        title: 'A bound task gets self twice',
        confidence: 'match',
        evidence: [
          { kind: 'message', found: "got multiple values for argument 'flat'" },
          { kind: 'exception', found: 'TypeError' },
          { kind: 'frame', found: 'celery/app/task.py' },
        ],
      },
    ]);
  });

  it('does not name it for any Python function: a traceback without Celery speaks against it', () => {
    expect(triage(facts({ files: ['test_a.py', 'app/own.py'] }), ALL)).toEqual([]);
  });

  it('calls it possible where there is no traceback to see', () => {
    expect(triage(facts({ files: undefined, exceptionType: undefined }), ALL)[0]?.confidence).toBe(
      'possible',
    );
  });

  it('does not name it for another exception', () => {
    expect(triage(facts({ exceptionType: 'ValueError' }), ALL)).toEqual([]);
  });

  it('finds nothing in a failure of its own kind', () => {
    expect(triage(facts({ exceptionType: 'AssertionError', message: 'assert 1 == 2' }), ALL)).toEqual([]);
  });
});

describe('factsFromReport', () => {
  it('reads type, message and files from what JUnit keeps', () => {
    const details = `
    def test_ner():
>       ner_extract_task(Mock(), "a", flat=True)

test_ner.py:5:
_ _ _
/venv/lib/python3.11/site-packages/celery/local.py:182: in __call__
    return self._get_current_object()(*a, **kw)
E           TypeError: ner_extract_task() got multiple values for argument 'flat'

/venv/lib/python3.11/site-packages/celery/app/task.py:411: TypeError`;
    const read = factsFromReport(
      "TypeError: ner_extract_task() got multiple values for argument 'flat'",
      details,
    );
    expect(read.exceptionType).toBe('TypeError');
    expect(read.files).toContain('/venv/lib/python3.11/site-packages/celery/app/task.py');
    expect(triage(read, ALL)[0]).toMatchObject({ code: 'CEL001', confidence: 'match' });
  });

  it('reads through colours and Windows line ends', () => {
    const read = factsFromReport('\u001b[31mTypeError: boom\u001b[0m\r\nmore', '');
    expect(read).toMatchObject({ exceptionType: 'TypeError', message: 'boom\nmore', files: undefined });
  });

  it('knows a bare assertion', () => {
    expect(factsFromReport('assert 500 == 200', '').exceptionType).toBe('AssertionError');
  });

  it('answers in good time, whatever is pasted', () => {
    const hostile = `TypeError: ${"got multiple values for argument '".repeat(20_000)}`;
    const started = performance.now();
    triage(factsFromReport(hostile, hostile), ALL);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
