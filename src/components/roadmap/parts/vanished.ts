import { plain } from '../../../feed/live/words.ts';
import type { RoadmapFeed } from '../../../feed/model.ts';
import type { ElementNode } from '../../example/tree.ts';
import { count, dateText } from '../text.ts';
import { type Child, h, patternCode, type ViewContext } from '../view.ts';

const SHOWN = 20;

/** Failing tests that went away, by name, and those that somebody has accounted for. */
export function vanished(feed: RoadmapFeed, context: ViewContext): ElementNode[] {
  const { vanished: gone, retired, ledger } = feed._roadmap;
  if (ledger === null) {
    return [
      h(
        'p',
        {},
        'No run has been published yet. From the second one on, failing tests that go away are listed here.',
      ),
    ];
  }
  const entries = gone.tests.map(({ id, pattern, since, sinceSeq }) =>
    h(
      'li',
      {},
      h('code', {}, plain(id, 200)),
      ' ',
      pattern !== null && patternCode(pattern, context),
      ' ',
      h(
        'span',
        { class: 'since' },
        'since ',
        h('a', { href: context.url(`roadmap/runs/?seq=${sinceSeq}`) }, `run ${sinceSeq}`),
        `, ${dateText(since)}`,
      ),
    ),
  );
  const unlisted = gone.count - gone.tests.length;
  const more: Child =
    entries.length > SHOWN &&
    h(
      'details',
      { 'data-fold': 'vanished' },
      h('summary', {}, count(entries.length - SHOWN, 'more test')),
      h('ul', { class: 'tests' }, ...entries.slice(SHOWN)),
    );
  return [
    gone.count === 0
      ? h('p', {}, 'None: every test that failed once is still there, or somebody has said why not.')
      : h(
          'p',
          {},
          `${count(gone.count, 'test')} failed, and then a whole run no longer had ${gone.count === 1 ? 'it' : 'them'}: deleted, renamed, or no longer collected. They are not fixed, and stay counted until somebody says why they went: `,
          h('code', {}, 'redgreen feed retire'),
          '.',
        ),
    ...(entries.length > 0 ? [h('ul', { class: 'tests' }, ...entries.slice(0, SHOWN))] : []),
    ...(more ? [more] : []),
    ...(unlisted > 0 ? [h('p', {}, `${count(unlisted, 'test')} more in the run file.`)] : []),
    ...(retired.length > 0
      ? [
          h(
            'details',
            { 'data-fold': 'retired' },
            h('summary', {}, `${count(retired.length, 'test')} retired with a reason`),
            h(
              'ul',
              { class: 'tests' },
              ...retired.map(({ id, reason, by, at }) =>
                h(
                  'li',
                  {},
                  h('code', {}, plain(id, 200)),
                  ` ${plain(reason)}${by === null ? '' : ` (${plain(by, 60)})`}, ${dateText(at)}`,
                ),
              ),
            ),
          ),
        ]
      : []),
  ];
}
