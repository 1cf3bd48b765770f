import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';

describe('difference', () => {
  it('lists only files that differ, with removed before added', () => {
    const [file, ...others] = difference(
      { 'a.py': 'x\nold\n', 'b.py': 'same' },
      { 'a.py': 'x\nnew\n', 'b.py': 'same' },
    );
    expect(others).toEqual([]);
    expect(file).toEqual({
      path: 'a.py',
      lines: [
        { kind: 'same', text: 'x' },
        { kind: 'removed', text: 'old' },
        { kind: 'added', text: 'new' },
      ],
    });
  });

  it('keeps three lines around a change and drops the rest', () => {
    const many = Array.from({ length: 40 }, (_, index) => `line ${index}`);
    const changed = many.with(20, 'changed');
    const [file] = difference({ 'a.py': many.join('\n') }, { 'a.py': changed.join('\n') });
    expect(file?.lines.map((line) => line.text)).toEqual([
      'line 17',
      'line 18',
      'line 19',
      'line 20',
      'changed',
      'line 21',
      'line 22',
      'line 23',
    ]);
  });

  it('shows a file that only one side has', () => {
    const [file] = difference({}, { 'conftest.py': 'x = 1\n' });
    expect(file?.lines.filter((line) => line.kind === 'added')).toEqual([{ kind: 'added', text: 'x = 1' }]);
  });
});
