import type { ReportNote } from '../../reports/model.ts';
import { coverageText, rateText, type ChangeCounts, type ChangeLists, type RunDetail } from '../model.ts';

/** A run in words, for feed readers and for a terminal. */
export interface RunWords {
  readonly title: string;
  readonly lines: readonly string[];
}

const NAMED = 10;

const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What a run did, the bad news beside the good. */
export function runWords(detail: RunDetail, lists: ChangeLists, hollowUnknown: string | null): RunWords {
  const { counts, changes } = detail;
  const red = counts.failing + counts.errors;
  return {
    title: title(changes, red, counts.total),
    lines: [
      `${counts.passing} of ${s(counts.total, 'test')} pass (${rateText(counts.passing, counts.total)}), ${counts.failing} fail, ${counts.errors} broke before or after the test, ${counts.skipped} skipped, ${counts.xfailed} failed as expected, ${counts.xpassed} passed unexpectedly${counts.flaky > 0 ? `; ${counts.flaky} of the passing needed a second attempt` : ''}.`,
      `Coverage: ${detail.coverage ? coverageText(detail.coverage) : 'not reported by this run'}.`,
      completenessLine(detail),
      ...changeLines(changes, lists),
      ...hollowLines(detail, hollowUnknown),
      ...detail.phaseChanges.map((change) => `Phase ${change.phase}: ${change.from} → ${change.to}.`),
      ...detail.overrides.map(
        ({ guard, message, reason }) => `Overridden guard ${guard}: ${message} Reason given: ${reason}`,
      ),
    ],
  };
}

function title(changes: ChangeCounts, red: number, total: number): string {
  if (changes.comparedWith === null) return `Baseline: ${red} of ${s(total, 'test')} fail or break`;
  const parts = [
    changes.fixed > 0 ? `${s(changes.fixed, 'test')} fixed` : '',
    changes.vanished > 0 ? `${changes.vanished} vanished while failing` : '',
    changes.newlyFailing + changes.newFailing > 0
      ? `${changes.newlyFailing + changes.newFailing} newly failing`
      : '',
    changes.movedOn > 0 ? `${changes.movedOn} moved on to another error` : '',
    changes.setAside > 0 ? `${changes.setAside} set aside` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? `No failing test changed, ${red} fail` : parts.join(', ');
}

function completenessLine({ completeness }: RunDetail): string {
  switch (completeness.kind) {
    case 'whole':
      return `Complete: all ${s(completeness.collected, 'collected test')} have a result.`;
    case 'unknown':
      return 'It is not known whether the run is complete, so a missing test counts as not reported.';
    case 'partial':
      return `Incomplete: ${completeness.reported} of ${completeness.collected} collected tests have a result (${completeness.reason}).`;
    default: {
      const never: never = completeness;
      return never;
    }
  }
}

const told: readonly (readonly [keyof ChangeLists, string])[] = [
  ['fixed', 'Fixed'],
  ['vanished', 'Vanished while failing (gone, not fixed)'],
  ['newlyFailing', 'Newly failing'],
  ['movedOn', 'Moved on to another error'],
  ['setAside', 'Set aside (skipped or expected to fail)'],
  ['stillFailing', 'Still failing'],
  ['notReported', 'Not reported'],
  ['new', 'New'],
  ['removed', 'Removed while passing'],
  ['moved', 'In a moved file'],
];

function changeLines(changes: ChangeCounts, lists: ChangeLists): string[] {
  if (changes.comparedWith === null) return ['This is the baseline: later runs are compared with it.'];
  return told.flatMap(([kind, label]) => {
    const entries = lists[kind];
    if (entries.length === 0) return [];
    const names = entries
      .slice(0, NAMED)
      .map(({ id, message }) => `  ${id}${message === null ? '' : `: ${message}`}`);
    const more = entries.length > NAMED ? [`  … and ${entries.length - NAMED} more`] : [];
    // Hundreds of tests that behave as before need no names.
    const quiet = kind === 'stillFailing' || kind === 'moved' || kind === 'notReported';
    return [`${label}: ${entries.length}`, ...(quiet ? [] : [...names, ...more])];
  });
}

function hollowLines({ hollow }: RunDetail, unknown: string | null): string[] {
  if (hollow) {
    return [
      `Hollow: ${hollow.count} of ${hollow.ofPassing} passing tests run no line of the app in their call phase.`,
    ];
  }
  return unknown === null ? [] : [`Hollow tests are not known: ${unknown}.`];
}

/** What the one who publishes should know of the reports; no news for readers of the feed. */
export function noteLines(notes: readonly ReportNote[]): string[] {
  const disagreeing = notes.filter((note) => note.kind === 'disagree');
  const hidden = notes.some((note) => note.kind === 'xpass-hidden');
  return [
    ...(disagreeing.length > 0
      ? [`The reports disagree about ${s(disagreeing.length, 'test')}; the worse outcome was taken:`]
      : []),
    ...disagreeing.slice(0, NAMED).map(({ id, outcomes }) => `  ${id}: ${outcomes.join(', ')}`),
    ...(hidden
      ? [
          'A test that passes against its xfail mark looks like any other pass here; redgreen feed hook tells them apart.',
        ]
      : []),
  ];
}

/** The text of an item, within what the feed takes. */
export function itemText(lines: readonly string[]): string {
  const text = lines.join('\n');
  return text.length > 20_000 ? `${text.slice(0, 19_999)}…` : text;
}
