import { expect, it } from 'vitest';
import { toHtml } from '../example/tree.ts';
import { bugTree } from './bug-tree.ts';
import type { BugData } from './exercise-data.ts';

const BUG: BugData = {
  name: 'id-lost',
  bug: 'The `task_id` is lost.',
  advice: 'Look at <it>.',
  edits: [],
  changes: [
    {
      path: 'app/a.py',
      lines: [
        { kind: 'same', text: '' },
        { kind: 'same', text: 'def a():' },
        { kind: 'removed', text: '    return 1' },
        { kind: 'added', text: '    return 2' },
        { kind: 'same', text: '' },
      ],
    },
  ],
};

it('says what the bug is, what it changes and what to look at, each readable without colour', () => {
  const html = toHtml(bugTree(BUG));
  expect(html).toContain('The <code>task_id</code> is lost.');
  expect(html).toContain('<code>app/a.py</code>');
  expect(html).toContain('<span class="sr-only">removed: </span>    return 1');
  expect(html).toContain('<span class="sr-only">added: </span>    return 2');
  expect(html).toContain('Look at &lt;it&gt;.');
});

it('leaves blank lines out at the ends', () => {
  expect(toHtml(bugTree(BUG)).match(/class="difference-line /g)).toHaveLength(3);
});
