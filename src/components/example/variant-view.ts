/** Writes the state of one variant into its section: attributes, verdict, result, marked line. */
import type { Comparison } from '../../claims/compare.ts';
import { verdictOf, type PartialResult } from '../../interpreter/result.ts';
import { FAULT_WORDS } from '../../runner/faults.ts';
import { runWord, type RunState } from '../../runner/state.ts';
import { resultTree } from './result-tree.ts';
import { element, toDom } from './tree.ts';
import { claimWords, verdictWords } from './verdict.ts';
import { secondsWords, versionWords } from './words.ts';

type Expectation = Parameters<typeof claimWords>[1];

export interface VariantStatus {
  readonly state: RunState;
  /** Missing while nothing can be compared: no verdict yet, or code of the reader's own. */
  readonly comparison: Comparison | undefined;
  readonly edited: boolean;
  readonly expect: Expectation;
}

/** One per variant; keeps the recorded verdict to put it back on Reset and on a fault. */
export class VariantView {
  readonly section: HTMLElement;
  readonly #line: HTMLElement;
  readonly #source: HTMLElement;
  readonly #result: HTMLElement;
  readonly #recorded: { verdict: string; claim: string; line: Node[]; source: Node[]; result: Node[] };

  constructor(section: HTMLElement) {
    this.section = section;
    this.#line = part(section, '[data-verdict-line]');
    this.#source = part(section, '[data-verdict-source]');
    this.#result = part(section, '[data-result]');
    this.#recorded = {
      verdict: section.dataset.verdict ?? 'none',
      claim: section.dataset.claim ?? 'unknown',
      line: [...this.#line.childNodes],
      source: [...this.#source.childNodes],
      result: [...this.#result.childNodes],
    };
  }

  show(status: VariantStatus): void {
    const { state, edited } = status;
    const { dataset } = this.section;
    dataset.run = runWord(state);
    if (edited) dataset.edited = '';
    else delete dataset.edited;
    const busy = state.kind === 'queued' || state.kind === 'running';
    this.#button('run').disabled = busy;
    this.#button('stop').disabled = !busy;
    switch (state.kind) {
      case 'idle':
        this.#showRecorded(edited);
        break;
      case 'queued':
        this.#say('waiting for Python …', undefined);
        break;
      case 'running':
        this.#say('running …', undefined);
        break;
      case 'finished':
        this.#showLive(status, state.result);
        break;
      case 'stopped':
        this.#showPartial('stopped', 'You stopped this run.', state.result);
        break;
      case 'timeout':
        this.#showPartial(
          'stopped: time limit',
          `It was still running after ${state.seconds} s. A loop without an end is the usual cause; the time limit can be raised above.`,
          state.result,
        );
        break;
      case 'fault':
        this.#showFault(state);
        break;
    }
  }

  #showLive(status: VariantStatus, result: PartialResult): void {
    const { dataset } = this.section;
    dataset.source = 'live';
    dataset.verdict = verdictOf(result);
    dataset.claim = status.comparison?.kind ?? 'unknown';
    const claim = status.comparison
      ? claimWords(status.comparison.kind, status.expect)
      : 'your code: nothing is claimed about it';
    this.#say(verdictWords(result), claim);
    const took = result.seconds === undefined ? '' : ` in ${secondsWords(result.seconds)}`;
    this.#source.replaceChildren(`Run live${took}, ${versionWords(result.versions)} in your browser.`);
    const differences = status.comparison?.kind === 'mismatch' ? status.comparison.differences : [];
    this.#result.replaceChildren(
      ...differences.map((difference) => toDom(element('p', { class: 'claim-difference' }, difference))),
      ...resultTree(result).map(toDom),
    );
  }

  /** What came before the end stays readable; it is no verdict. */
  #showPartial(word: string, why: string, result: PartialResult): void {
    const { dataset } = this.section;
    dataset.source = 'live';
    dataset.verdict = 'none';
    dataset.claim = 'unknown';
    this.#say(word, undefined);
    this.#source.replaceChildren(why);
    this.#result.replaceChildren(...resultTree(result).map(toDom));
  }

  #showFault(state: RunState & { kind: 'fault' }): void {
    this.#showRecorded(false);
    const { says, hint } = FAULT_WORDS[state.fault.kind];
    const notice = element(
      'div',
      { class: 'fault', 'data-fault': state.fault.kind },
      element('p', {}, element('b', {}, says), ` ${hint}`),
      element('p', {}, 'Below is the recorded verdict.'),
      element('button', { type: 'button', 'data-action': 'run' }, 'Try again'),
      element(
        'details',
        { class: 'fold' },
        element('summary', {}, 'Technical detail'),
        element('pre', { class: 'text-block' }, state.fault.detail),
      ),
    );
    this.#result.replaceChildren(
      toDom(notice),
      ...resultTree(state.result).map(toDom),
      ...this.#recorded.result,
    );
  }

  #showRecorded(edited: boolean): void {
    const { dataset } = this.section;
    dataset.source = 'recorded';
    dataset.verdict = this.#recorded.verdict;
    dataset.claim = edited ? 'unknown' : this.#recorded.claim;
    this.#line.replaceChildren(...this.#recorded.line);
    this.#source.replaceChildren(
      ...this.#recorded.source,
      ...(edited ? [' It belongs to the published code.'] : []),
    );
    this.#result.replaceChildren(...this.#recorded.result);
  }

  #say(word: string, claim: string | undefined): void {
    this.#line.replaceChildren(
      toDom(element('b', { class: 'verdict-word' }, word)),
      ...(claim ? [' ', toDom(element('span', { class: 'verdict-claim' }, claim))] : []),
    );
  }

  #button(action: string): HTMLButtonElement {
    return part<HTMLButtonElement>(this.section, `.variant-buttons [data-action="${action}"]`);
  }
}

/** A part that the markup always has. @throws Error naming the selector if it has not */
// The caller knows which element the markup has there, as with querySelector itself.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function part<Kind extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`the example's markup has no ${selector}`);
  return found;
}
