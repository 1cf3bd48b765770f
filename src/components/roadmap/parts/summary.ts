import { plain } from '../../../feed/live/words.ts';
import {
  type Coverage,
  coverageText,
  type Current,
  rateText,
  type RoadmapFeed,
} from '../../../feed/model.ts';
import type { ElementNode } from '../../example/tree.ts';
import { count, dateText } from '../text.ts';
import { type Child, figure, h, linkOrText, type ViewContext } from '../view.ts';

interface Fact {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** decides the edge: good is solid green, bad hatched red, odd striped amber */
  readonly look?: 'good' | 'bad' | 'odd';
}

const coverageNote = (coverage: Coverage | null, measuredWith: string): string => {
  if (coverage === null) return 'never measured';
  if (coverage.kind === 'stated') return 'as the plan states it';
  const { lines, branches, at } = coverage;
  const branch = branches === null ? '' : `, ${branches.covered} of ${branches.total} branches`;
  const older = at === measuredWith ? '' : `, measured on ${dateText(at)}`;
  return `${lines.covered} of ${lines.total} lines${branch}${older}`;
};

function outcomes(current: Current): Fact[] {
  const { passing, failing, errors, skipped, xfailed, xpassed, total, flaky } = current;
  const aside = [
    skipped > 0 && `${skipped} skipped`,
    xfailed > 0 && `${xfailed} expected to fail`,
    xpassed > 0 && `${xpassed} passed although expected to fail`,
  ].filter((part) => part !== false);
  const flakyNote = flaky > 0 ? `, ${flaky} of them after a failed attempt` : '';
  return [
    {
      key: 'passing',
      name: 'Passing',
      value: String(passing),
      note: `of ${total} tests: ${rateText(passing, total)}${flakyNote}`,
      look: 'good',
    },
    {
      key: 'failing',
      name: 'Failing',
      value: String(failing),
      note: `and ${count(errors, 'error')} in set-up or collection${aside.length > 0 ? `; ${aside.join(', ')}` : ''}`,
      ...(failing + errors > 0 ? { look: 'bad' as const } : {}),
    },
  ];
}

function progress({ _roadmap: { ledger, vanished, current } }: RoadmapFeed): Fact[] {
  if (ledger === null) {
    return [{ key: 'fixed', name: 'Fixed', value: '–', note: 'counted from the first published run on' }];
  }
  const { hollow } = current;
  const { fixed, tracked, setAside, retired, notReported } = ledger.baseline;
  const rest = [
    setAside > 0 && `${setAside} set aside`,
    retired > 0 && `${retired} retired`,
    notReported > 0 && `${notReported} not reported`,
  ].filter((part) => part !== false);
  return [
    {
      key: 'fixed',
      name: 'Fixed',
      value: String(fixed),
      note: `of the ${tracked} that failed on ${dateText(ledger.baselineAt)}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}`,
      look: 'good',
    },
    {
      key: 'vanished',
      name: 'Vanished',
      value: String(vanished.count),
      note: 'while failing: gone, not fixed, still counted',
      ...(vanished.count > 0 ? { look: 'odd' as const } : {}),
    },
    hollow === null
      ? { key: 'hollow', name: 'Hollow', value: '–', note: 'not known: coverage came without contexts' }
      : {
          key: 'hollow',
          name: 'Hollow',
          value: String(hollow.count),
          note: `of ${hollow.ofPassing} passing tests run no line of the app in their call phase`,
          ...(hollow.count > 0 ? { look: 'odd' as const } : {}),
        },
  ];
}

function whole(current: Current): string {
  const { completeness } = current;
  switch (completeness.kind) {
    case 'whole':
      return `All ${completeness.collected} collected tests are in the report.`;
    case 'unknown':
      return current.kind === 'stated'
        ? 'Nobody measured these figures here: they are the plan’s own, and never a baseline.'
        : 'Nobody said how many tests were collected, so a missing test counts as not reported.';
    case 'partial':
      return `Only ${completeness.reported} of ${completeness.collected} collected tests are in the report: ${plain(completeness.reason)}`;
  }
}

function origin(feed: RoadmapFeed, context: ViewContext): Child[] {
  const { source, current } = feed._roadmap;
  const when = h('time', { datetime: current.at }, dateText(current.at));
  if (current.kind === 'stated') return ['As the plan states it on ', when, '. '];
  return [
    'Run of ',
    when,
    source.commit !== null && ` at commit ${plain(source.commit.slice(0, 12))}`,
    source.branch !== null && ` on ${plain(source.branch, 60)}`,
    source.runUrl !== null && ', ',
    source.runUrl !== null && linkOrText(source.runUrl, `CI run ${source.runId ?? ''}`, context),
    '. ',
  ];
}

/** Where the suite stands: the figures that a reader comes for, each with its denominator. */
export function summary(feed: RoadmapFeed, context: ViewContext): ElementNode[] {
  const { current } = feed._roadmap;
  const facts: Fact[] = [
    ...outcomes(current),
    {
      key: 'coverage',
      name: 'Coverage',
      value: coverageText(current.coverage),
      note: coverageNote(current.coverage, current.at),
    },
    ...progress(feed),
  ];
  return [
    h(
      'dl',
      { class: 'facts' },
      ...facts.map(({ key, name, value, note, look }) =>
        h(
          'div',
          { class: `fact ${look ?? ''}`.trim() },
          h('dt', {}, name),
          h('dd', { class: 'value' }, figure(key, value)),
          h('dd', { class: 'note' }, note),
        ),
      ),
    ),
    h('p', { class: 'origin' }, ...origin(feed, context), whole(current)),
  ];
}
