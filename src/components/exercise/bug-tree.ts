/** One bug as elements: what it is, what it changes in the app, and what to look at. */
import type { DifferenceLine } from '../example/difference.ts';
import { element, type ElementNode } from '../example/tree.ts';
import type { BugData } from './exercise-data.ts';
import { inlineCode } from './inline-code.ts';

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;
const WORDS = { same: '', removed: 'removed: ', added: 'added: ' } as const;

/** The same in the list that the build writes and under a check's verdict. */
export function bugTree({ name, bug, advice, changes }: BugData): ElementNode {
  return element(
    'li',
    { class: 'bug', 'data-bug': name },
    element('p', { class: 'bug-words' }, ...inlineCode(bug)),
    ...changes.map(({ path, lines }) =>
      element(
        'figure',
        { class: 'bug-change' },
        element('figcaption', {}, element('code', {}, path)),
        element(
          'pre',
          { class: 'difference-lines', tabindex: '0', role: 'group', 'aria-label': `The bug in ${path}` },
          element('code', {}, ...withoutBlankEnds(lines).map(lineTree)),
        ),
      ),
    ),
    element('p', { class: 'bug-advice' }, ...inlineCode(advice)),
  );
}

/** The lines around a change may end in blank ones, which only take room. */
function withoutBlankEnds(lines: readonly DifferenceLine[]): readonly DifferenceLine[] {
  const isWorthIt = ({ kind, text }: DifferenceLine): boolean => kind !== 'same' || text.trim() !== '';
  const first = lines.findIndex(isWorthIt);
  return first < 0 ? lines : lines.slice(first, lines.findLastIndex(isWorthIt) + 1);
}

function lineTree({ kind, text }: DifferenceLine): ElementNode {
  const words = WORDS[kind];
  return element(
    'span',
    { class: `difference-line is-${kind}` },
    element('span', { 'aria-hidden': 'true' }, `${SIGNS[kind]} `),
    words === '' ? undefined : element('span', { class: 'sr-only' }, words),
    `${text}\n`,
  );
}
