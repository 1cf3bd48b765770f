import { plain } from '../../../feed/live/words.ts';
import {
  coverageText,
  type Phase,
  phaseProgress,
  type RoadmapFeed,
  type StatusBasis,
} from '../../../feed/model.ts';
import type { ElementNode, TreeNode } from '../../example/tree.ts';
import { dateText, rangeText } from '../text.ts';
import { figure, h, table, type ViewContext } from '../view.ts';

const STATUS = { planned: 'planned', active: 'active', done: 'done', deferred: 'left out' } as const;

function basisText(basis: StatusBasis): string {
  switch (basis.kind) {
    case 'stated':
      return 'says the plan';
    case 'evidence':
      return `${basis.fixed} fixed of ${rangeText(basis.needed)} needed up to here`;
    case 'decision':
      return `decided${basis.by === null ? '' : ` by ${plain(basis.by, 60)}`}: ${plain(basis.note)}`;
  }
}

const range = (value: readonly [number, number] | null, unit = ''): string =>
  value === null ? '–' : `${rangeText(value)}${unit}`;

/** A planned range above, what came of it below. */
const both = (planned: string, actual: TreeNode | null): TreeNode[] =>
  actual === null ? [planned] : [planned, ' ', h('span', { class: 'actual' }, actual)];

function row(phase: Phase, fixed: number | undefined, context: ViewContext): TreeNode[][] {
  const { id, actual, planned } = phase;
  const share = fixed ?? actual?.fixed;
  return [
    [
      h(
        'a',
        { href: context.url(`roadmap/plan/#phase-${id.toLowerCase()}`) },
        `${plain(id, 40)} ${plain(phase.title)}`,
      ),
    ],
    [
      h('span', { class: `status ${phase.status}` }, figure(`phase-${id}-status`, STATUS[phase.status])),
      ' ',
      h('span', { class: 'basis' }, `${basisText(phase.basis)}, ${dateText(phase.updatedAt)}`),
    ],
    both(range(planned.added), share === undefined ? null : figure(`phase-${id}-fixed`, `${share} fixed`)),
    both(
      range(planned.passing),
      actual === null ? null : figure(`phase-${id}-passing`, String(actual.passing)),
    ),
    both(
      range(planned.coverage, ' %'),
      actual === null ? null : figure(`phase-${id}-coverage`, coverageText(actual.coverage)),
    ),
    [range(phase.effortHours, ' h')],
  ];
}

/** What each phase promises, and what came of it. */
export function phases(feed: RoadmapFeed, context: ViewContext): ElementNode[] {
  const { phases: all, ledger } = feed._roadmap;
  const shares =
    ledger === null
      ? new Map<string, number>()
      : new Map(phaseProgress(all, ledger.baseline.fixed).map(({ id, fixed }) => [id, fixed]));
  return [
    table(
      'Phases: planned and actual',
      ['Phase', 'Status', 'Tests added', 'Passing', 'Coverage', 'Effort'],
      all.map((phase) => row(phase, shares.get(phase.id), context)),
      { 'data-stack': '' },
    ),
  ];
}
