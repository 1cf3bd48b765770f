import { describe, expect, it } from 'vitest';
import { failingLine } from './failing-line.ts';

const failure = {
  phase: 'call' as const,
  exceptionType: 'celery.exceptions.Retry',
  message: '',
  text: '',
  frames: [
    { file: 'test_a.py', line: 4, function: 'test_x' },
    { file: 'test_a.py', line: 9, function: 'helper' },
    { file: 'celery/app/task.py', line: 550, function: '__call__' },
  ],
};

describe('failingLine', () => {
  it('points at the deepest line of the reader’s own files', () => {
    expect(failingLine([{ failures: [failure] }], ['test_a.py'])).toEqual({
      path: 'test_a.py',
      line: 9,
      says: 'Retry here',
    });
  });
  it('points nowhere where no frame is the reader’s', () => {
    expect(failingLine([{ failures: [failure] }], ['test_b.py'])).toBeUndefined();
    expect(failingLine([{ failures: [] }], ['test_a.py'])).toBeUndefined();
  });
});
