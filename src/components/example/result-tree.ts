/** A result as elements: the same for the recorded verdict in the HTML and for a live one. */
import type { Failure, TestOutcome, TestResult } from '../../interpreter/events.ts';
import type { OutputPart, OutputTail } from '../../interpreter/result.ts';
import { element, type ElementNode, type TreeNode } from './tree.ts';

/** What is shown of a run; recorded ones have no output of their own. */
export interface ShownRun {
  readonly tests: readonly Omit<TestResult, 'kind' | 'seconds'>[];
  readonly warnings?: readonly { readonly category: string; readonly message: string }[];
  readonly output?: readonly OutputPart[];
  readonly tail?: OutputTail;
  readonly console?: string;
  /** Why the run can't be believed; empty if it can. */
  readonly note?: string;
  /** Seconds of sleep that passed at once on the virtual clock. */
  readonly skippedSeconds?: number;
}

/** Read without colour: a cross, a tick, and a bar for what is neither. */
const SIGNS: Readonly<Record<TestOutcome, string>> = {
  passed: '✓',
  failed: '✗',
  error: '✗',
  skipped: '–',
  xfailed: '–',
  xpassed: '–',
};

/** Most tests listed; the count in the heading is always whole. */
const MOST_SHOWN = 200;

/** How a test is named: by its own name under its file's code, or with its file where there are several. */
export type TestNames = 'short' | 'with-file';

/** The tests one by one, then what was printed. */
export function resultTree(run: ShownRun, names: TestNames = 'short'): readonly ElementNode[] {
  const shown = run.tests.slice(0, MOST_SHOWN);
  const left = run.tests.length - shown.length;
  return [
    ...(run.note ? [element('p', { class: 'claim-difference' }, run.note)] : []),
    element(
      'ol',
      { class: 'tests' },
      ...shown.map((test) => testTree(test, names)),
      left > 0 ? more(left) : undefined,
    ),
    ...(run.skippedSeconds ? [element('p', { class: 'test-outcome' }, sleptWords(run.skippedSeconds))] : []),
    ...warningsTree(run),
    ...outputTree(run),
  ];
}

/** Sleeps on the event loop move its clock, not the reader; see docs/adr. */
function sleptWords(seconds: number): string {
  return `The tests slept ${Number(seconds.toFixed(2))} s; here that took no time, as the event loop’s clock is virtual.`;
}

function more(count: number): ElementNode {
  return element('li', { class: 'tests-more' }, `and ${count} more`);
}

function testTree(test: ShownRun['tests'][number], names: TestNames): ElementNode {
  return element(
    'li',
    { class: 'test', 'data-outcome': test.outcome },
    element('span', { class: 'test-sign', 'aria-hidden': 'true' }, SIGNS[test.outcome]),
    element(
      'span',
      { class: 'test-name' },
      names === 'short' ? shortName(test.id) : test.id.replaceAll('::', ' › '),
    ),
    ' ',
    element('span', { class: 'test-outcome' }, test.outcome),
    test.reason ? element('p', { class: 'test-reason' }, test.reason) : undefined,
    ...test.failures.flatMap(failureTree),
  );
}

function failureTree(failure: Failure): ElementNode[] {
  const last = failure.frames.at(-1);
  const where = failure.phase === 'call' ? '' : ` (in ${failure.phase})`;
  return [
    element(
      'pre',
      { class: 'error', tabindex: '0', role: 'group', 'aria-label': 'Error message' },
      element('code', {}, element('b', {}, `${shortType(failure.exceptionType)}:`), ` ${failure.message}`),
    ),
    fold(
      last ? `Traceback, raised at ${last.file}:${last.line}${where}` : `Traceback${where}`,
      textBlock(failure.text),
    ),
  ];
}

function warningsTree(run: ShownRun): ElementNode[] {
  const warnings = run.warnings ?? [];
  if (warnings.length === 0) return [];
  const items = warnings.map(({ category, message }) =>
    element('li', {}, element('b', {}, category), `: ${message}`),
  );
  return [
    fold(
      `${warnings.length} warning${warnings.length === 1 ? '' : 's'}`,
      element('ul', { class: 'warnings' }, ...items),
    ),
  ];
}

function outputTree(run: ShownRun): ElementNode[] {
  const printed = (run.output ?? []).map((part) => part.text).join('');
  const parts: TreeNode[] = printed ? [textBlock(printed)] : [];
  if (run.tail) {
    const { leftOutCharacters, leftOutLines, text } = run.tail;
    const left = `… ${leftOutLines.toLocaleString('en')} lines (${leftOutCharacters.toLocaleString('en')} characters) left out …`;
    parts.push(element('p', { class: 'left-out' }, left), textBlock(text));
  }
  return [
    ...(parts.length > 0 ? [fold('Printed by the tests', ...parts)] : []),
    ...(run.console ? [fold('pytest’s own report', textBlock(run.console))] : []),
  ];
}

function fold(summary: string, ...content: readonly TreeNode[]): ElementNode {
  return element('details', { class: 'fold' }, element('summary', {}, summary), ...content);
}

function textBlock(text: string): ElementNode {
  return element('pre', { class: 'text-block', tabindex: '0', role: 'group', 'aria-label': 'Text' }, text);
}

/** "test_ner.py::TestNer::test_x" is known by its last part; the file stands over the code already. */
function shortName(id: string): string {
  return id.split('::').slice(1).join(' › ') || id;
}

/** pytest's own exceptions are known by their bare names. */
function shortType(name: string): string {
  return name.replace(/^(_pytest\.\w+|redgreen_runner\.\w+)\./, '');
}
