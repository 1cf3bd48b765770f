import { describe, expect, it } from 'vitest';
import { resultTree, type ShownRun } from './result-tree.ts';
import { toHtml } from './tree.ts';

const failing: ShownRun = {
  tests: [
    {
      id: 'test_ner.py::test_ner_extract_task',
      outcome: 'failed',
      reason: '',
      failures: [
        {
          phase: 'call',
          exceptionType: 'TypeError',
          message: "got <b>multiple</b> values for argument 'flat'",
          frames: [{ file: 'celery/app/task.py', line: 550, function: '__call__' }],
          text: 'E   TypeError',
        },
      ],
    },
  ],
};

const html = (run: ShownRun): string => resultTree(run).map(toHtml).join('');

describe('resultTree', () => {
  it('shows the outcome in a word and a sign, the message in full and where it was raised', () => {
    const shown = html(failing);
    expect(shown).toContain('data-outcome="failed"');
    expect(shown).toContain('>✗<');
    expect(shown).toContain('test_ner_extract_task');
    expect(shown).toContain('Traceback, raised at celery/app/task.py:550');
  });

  it('shows markup in a message as text', () => {
    expect(html(failing)).toContain('got &lt;b&gt;multiple&lt;/b&gt; values');
  });

  it('says in which phase a test broke, unless in its body', () => {
    const test = failing.tests[0];
    const failure = test?.failures[0];
    if (!test || !failure) throw new Error('the sample has a failure');
    const run = { tests: [{ ...test, failures: [{ ...failure, phase: 'setup' as const }] }] };
    expect(html(run)).toContain('(in setup)');
  });

  it('lists 200 tests at most and says how many more there are', () => {
    const tests = Array.from({ length: 1000 }, (_, index) => ({
      id: `test_a.py::test_${index}`,
      outcome: 'passed' as const,
      reason: '',
      failures: [],
    }));
    const shown = html({ tests });
    expect(shown.match(/class="test"/g)).toHaveLength(200);
    expect(shown).toContain('and 800 more');
  });

  it('says how much output was left out', () => {
    const run = {
      tests: [],
      output: [],
      tail: { text: 'end', leftOutCharacters: 5_000_000, leftOutLines: 90_000 },
    };
    expect(html(run)).toContain('90,000 lines (5,000,000 characters) left out');
  });
});
