/** Writes the state of the playground's run into its panel. */
import { verdictOf, type PartialResult } from '../../interpreter/result.ts';
import { FAULT_WORDS } from '../../runner/faults.ts';
import { runWord, type RunState } from '../../runner/state.ts';
import { failingLine, type FailingLine } from '../example/failing-line.ts';
import { resultTree } from '../example/result-tree.ts';
import { element, toDom, type TreeNode } from '../example/tree.ts';
import { part } from '../example/variant-view.ts';
import { verdictWords } from '../example/verdict.ts';
import { secondsWords, versionWords } from '../example/words.ts';
import { exitHint } from './exit-hint.ts';

export class ResultView {
  readonly #section: HTMLElement;

  constructor(section: HTMLElement) {
    this.#section = section;
  }

  show(state: RunState): void {
    const { dataset } = this.#section;
    dataset.run = runWord(state);
    const busy = state.kind === 'queued' || state.kind === 'running';
    part<HTMLButtonElement>(this.#section, '[data-action="run"]').disabled = busy;
    part<HTMLButtonElement>(this.#section, '[data-action="stop"]').disabled = !busy;
    dataset.verdict = state.kind === 'finished' ? verdictOf(state.result) : 'none';
    switch (state.kind) {
      case 'idle':
        this.#write(
          'not run yet',
          'Real pytest and real Celery, in your browser. Nothing is sent anywhere.',
          [],
        );
        break;
      case 'queued':
        this.#write('waiting for Python …', '', []);
        break;
      case 'running':
        this.#write('running …', '', []);
        break;
      case 'finished':
        this.#showFinished(state.result);
        break;
      case 'stopped':
        this.#write('stopped', 'You stopped this run.', resultTree(state.result, 'with-file'));
        break;
      case 'timeout':
        this.#write(
          'stopped: time limit',
          `It was still running after ${state.seconds} s. A loop without an end is the usual cause; the time limit can be raised above.`,
          resultTree(state.result, 'with-file'),
        );
        break;
      case 'fault':
        this.#write('no verdict', '', [faultTree(state), ...resultTree(state.result, 'with-file')]);
        break;
    }
  }

  #showFinished(result: PartialResult): void {
    const took = result.seconds === undefined ? '' : ` in ${secondsWords(result.seconds)}`;
    const hint = exitHint(result);
    this.#write(verdictWords(result), `Run${took}, ${versionWords(result.versions)}.`, [
      ...(hint === undefined ? [] : [element('p', { class: 'play-exit', 'data-exit-hint': '' }, hint)]),
      ...resultTree(result, 'with-file'),
    ]);
  }

  #write(word: string, source: string, result: readonly TreeNode[]): void {
    part(this.#section, '[data-verdict-word]').textContent = word;
    part(this.#section, '[data-verdict-source]').textContent = source;
    part(this.#section, '[data-result]').replaceChildren(...result.map(toDom));
  }
}

/** The line of the reader's own files that the result points at. */
export function failingLineOf(state: RunState, paths: readonly string[]): FailingLine | undefined {
  return state.kind === 'finished' ? failingLine(state.result.tests, paths) : undefined;
}

function faultTree({ fault }: RunState & { kind: 'fault' }): TreeNode {
  const { says, hint } = FAULT_WORDS[fault.kind];
  return element(
    'div',
    { class: 'fault', 'data-fault': fault.kind },
    element('p', {}, element('b', {}, says), ` ${hint}`),
    element('button', { type: 'button', 'data-action': 'run' }, 'Try again'),
    element(
      'details',
      { class: 'fold' },
      element('summary', {}, 'Technical detail'),
      element('pre', { class: 'text-block' }, fault.detail),
    ),
  );
}
