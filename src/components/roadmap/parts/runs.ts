import type { ChangeCounts, HistoryPoint, RoadmapFeed } from '../../../feed/model.ts';
import { coverageText, rateText } from '../../../feed/model.ts';
import type { ElementNode, TreeNode } from '../../example/tree.ts';
import { dateText, listText } from '../text.ts';
import { h, table, type ViewContext } from '../view.ts';

const WORDS: readonly (readonly [Exclude<keyof ChangeCounts, 'comparedWith'>, string])[] = [
  ['fixed', 'fixed'],
  ['vanished', 'vanished'],
  ['newlyFailing', 'newly failing'],
  ['movedOn', 'moved on'],
  ['setAside', 'set aside'],
  ['notReported', 'not reported'],
];

/** What a run changed, in words: `3 fixed and 2 vanished`. */
function changesText(changes: ChangeCounts | undefined): string {
  if (changes === undefined) return 'the same outcomes';
  if (changes.comparedWith === null) return 'the baseline';
  const parts = WORDS.flatMap(([key, word]) => (changes[key] > 0 ? [`${changes[key]} ${word}`] : []));
  return parts.length === 0 ? 'nothing failing changed' : listText(parts);
}

function row(point: HistoryPoint, changes: ChangeCounts | undefined, context: ViewContext): TreeNode[][] {
  const { kind, seq, at, passing, total, failing, errors, coverage } = point;
  const name =
    kind === 'run'
      ? h('a', { href: context.url(`roadmap/runs/?seq=${seq}`) }, `Run ${seq}`)
      : `Publication ${seq}`;
  return [
    [name],
    [dateText(at)],
    [kind === 'run' ? changesText(changes) : 'stated by the plan'],
    [`${passing} of ${total} (${rateText(passing, total)})`],
    [String(failing)],
    [String(errors)],
    [coverage === null ? '–' : coverageText(coverage)],
  ];
}

/** All runs that the feed has, the newest first. */
export function runs(feed: RoadmapFeed, context: ViewContext): ElementNode[] {
  const changes = new Map(
    feed.items.flatMap(({ _roadmap: detail }) =>
      detail.kind === 'run' ? [[detail.seq, detail.changes]] : [],
    ),
  );
  const { head, count } = feed._roadmap.history;
  const rows = head.toReversed().map((point) => row(point, changes.get(point.seq), context));
  const older = count > head.length && h('p', {}, `${count - head.length} older ones are in the run index.`);
  return [
    table('Runs', ['Run', 'Date', 'What changed', 'Passing', 'Failing', 'Errors', 'Coverage'], rows, {
      'data-stack': '',
    }),
    ...(older ? [older] : []),
  ];
}
