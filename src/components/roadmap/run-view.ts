import { plain } from '../../feed/live/words.ts';
import { type ChangeEntry, type ChangeKind, coverageText, rateText, type RunFile } from '../../feed/model.ts';
import type { ElementNode } from '../example/tree.ts';
import { count, dateText } from './text.ts';
import { type Child, h, linkOrText, patternCode, type ViewContext } from './view.ts';

/** The lists in the order in which a reader needs them: what broke or went away first. */
const SECTIONS: readonly (readonly [ChangeKind, string, string])[] = [
  ['newlyFailing', 'Newly failing', 'These passed, or were skipped, and fail now.'],
  [
    'vanished',
    'Vanished while failing',
    'These failed, and this whole run no longer has them. They are not fixed.',
  ],
  ['fixed', 'Fixed', 'These failed, and pass now under the same name.'],
  ['movedOn', 'Moved on', 'These fail as before, but with another message: the first cause is gone.'],
  ['setAside', 'Set aside', 'These failed, and are skipped or expected to fail now.'],
  ['new', 'New', 'These were not there before.'],
  ['notReported', 'Not reported', 'These are missing in a run that is not known to be whole.'],
  ['removed', 'Removed', 'These did not fail, and are gone.'],
  ['moved', 'Moved to another file', 'The same class and name, followed through the move.'],
  ['stillFailing', 'Still failing', 'The same message as before.'],
];

const SHOWN = 25;

function entryTree(
  { id, now, message, previousMessage, movedFrom }: ChangeEntry,
  kind: ChangeKind,
): ElementNode {
  const before = previousMessage !== null && kind !== 'stillFailing' && `before: ${plain(previousMessage)}`;
  return h(
    'li',
    {},
    h('code', {}, plain(id, 300)),
    kind === 'new' && now !== null && ` ${now}`,
    message !== null && h('p', { class: 'message' }, plain(message)),
    before && h('p', { class: 'message' }, before),
    movedFrom !== null && h('p', { class: 'message' }, `moved from ${plain(movedFrom, 300)}`),
  );
}

function groupTree(
  code: string | null,
  entries: readonly ChangeEntry[],
  kind: ChangeKind,
  context: ViewContext,
): ElementNode {
  const rest = entries.slice(SHOWN);
  const failure =
    code !== null || entries.some(({ message, previousMessage }) => (message ?? previousMessage) !== null);
  const title: Child[] = failure
    ? [
        code === null ? 'No pattern matched' : patternCode(code, context),
        `: ${count(entries.length, 'test')}`,
      ]
    : [count(entries.length, 'test')];
  return h(
    'div',
    { class: 'group' },
    h('h4', {}, ...title),
    h('ul', { class: 'tests' }, ...entries.slice(0, SHOWN).map((entry) => entryTree(entry, kind))),
    rest.length > 0 &&
      h(
        'details',
        { 'data-fold': `${kind}-${code ?? 'none'}` },
        h('summary', {}, count(rest.length, 'more test')),
        h('ul', { class: 'tests' }, ...rest.map((entry) => entryTree(entry, kind))),
      ),
  );
}

/** Entries by pattern, the largest group first, those without a pattern last. */
function byPattern(entries: readonly ChangeEntry[]): [string | null, ChangeEntry[]][] {
  const groups = Map.groupBy(entries, ({ pattern }) => pattern);
  return [...groups].sort(
    ([a, one], [b, other]) => Number(a === null) - Number(b === null) || other.length - one.length,
  );
}

/** One run: its counts, and what became of each test, by pattern. */
export function runTree(run: RunFile, context: ViewContext): ElementNode[] {
  const { counts, source, completeness, changes, overrides } = run;
  const compared = changes.counts.comparedWith;
  const whole =
    completeness.kind === 'whole'
      ? `All ${completeness.collected} collected tests are in the report.`
      : completeness.kind === 'partial'
        ? `Only ${completeness.reported} of ${completeness.collected} collected tests are in the report: ${plain(completeness.reason)}`
        : 'Nobody said how many tests were collected.';
  const sections = SECTIONS.flatMap(([kind, title, meaning]) => {
    const entries = changes.lists[kind];
    if (entries.length === 0) return [];
    return [
      h(
        'section',
        { class: `change ${kind}` },
        h('h3', {}, `${title}: ${entries.length}`),
        h('p', {}, meaning),
        ...byPattern(entries).map(([code, group]) => groupTree(code, group, kind, context)),
      ),
    ];
  });
  return [
    h('h2', { id: 'run' }, `Run ${run.seq} of ${dateText(run.at)}`),
    h(
      'p',
      { class: 'origin' },
      `${counts.passing} of ${counts.total} tests pass (${rateText(counts.passing, counts.total)}), ${counts.failing} fail, ${count(counts.errors, 'error')}, ${counts.skipped} skipped. `,
      run.coverage !== null && `Coverage ${coverageText(run.coverage)}. `,
      run.hollow !== null &&
        `${run.hollow.count} of ${run.hollow.ofPassing} passing tests run no line of the app in their call phase. `,
      whole,
      source.commit !== null && ` Commit ${plain(source.commit.slice(0, 12))}`,
      source.runUrl !== null && ', ',
      source.runUrl !== null && linkOrText(source.runUrl, 'CI run', context),
      source.commit !== null && '.',
    ),
    h(
      'p',
      {},
      compared === null ? 'This is the baseline: it is compared with nothing.' : 'Compared with ',
      compared !== null && h('a', { href: context.url(`roadmap/runs/?seq=${compared}`) }, `run ${compared}`),
      compared !== null && (sections.length === 0 ? ': no test changed.' : ':'),
    ),
    ...overrides.map(({ guard, reason }) =>
      h(
        'p',
        { class: 'override' },
        `Published although the guard “${plain(guard, 40)}” refused it: ${plain(reason)}`,
      ),
    ),
    ...sections,
  ];
}
