/** `<redgreen-exercise>`: the reader's test, its check, and what helps on the way. */
import { keepingWords } from '../example/edits/edits.ts';
import { prepareRunner, whenLikely } from '../example/page-runner.ts';
import { toDom } from '../example/tree.ts';
import { part } from '../example/variant-view.ts';
import { Checker } from './checker.ts';
import type { CheckState } from './check-state.ts';
import { reduceDraft, type Draft, type DraftChange } from './draft.ts';
import { DraftStore } from './draft-store.ts';
import type { ExerciseData } from './exercise-data.ts';
import { markedLine, outcomeTree, wordsOf } from './outcome-tree.ts';
import { Progress, progressWords } from './progress.ts';
import { scrollToLine, TestEditor } from './test-editor.ts';

class RedgreenExercise extends HTMLElement {
  #data!: ExerciseData;
  #draft!: Draft;
  #store!: DraftStore;
  #editor!: TestEditor;
  #checker!: Checker;
  readonly #progress = new Progress();
  #connected = false;

  connectedCallback(): void {
    if (this.#connected) return;
    this.#connected = true;
    this.#data = JSON.parse(part(this, 'script[type="application/json"]').textContent) as ExerciseData;
    this.#store = new DraftStore(this.#data);
    this.#draft = this.#store.read();
    this.#editor = new TestEditor(part(this, '[data-test-file]'), {
      path: this.#data.test,
      text: () => this.#draft.text,
      onChange: (text) => {
        this.#change({ kind: 'typed', text });
      },
    });
    this.#checker = new Checker(this.#data, (state) => {
      this.#show(state);
    });
    if (this.#draft.text !== this.#data.starter) this.#editor.show(this.#draft.text);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('pointerenter', prepareRunner, { once: true });
    this.addEventListener('focusin', prepareRunner, { once: true });
    whenLikely(this, prepareRunner);
    this.#showDraft();
    const { path, line } = this.#data.look;
    scrollToLine(part(this, `.exercise-app [data-file="${path}"]`), line);
    part(this, '[data-solved-before]').hidden = !this.#progress.solved().has(this.#data.id);
    this.dataset.ready = '';
  }

  disconnectedCallback(): void {
    if (this.#checker.state.kind === 'checking') this.#checker.stop();
  }

  readonly #onClick = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const actions: Readonly<Record<string, () => void>> = {
      check: () => void this.#checker.check(this.#draft.text),
      stop: () => {
        if (this.#checker.state.kind === 'checking') this.#checker.stop();
      },
      edit: () => void this.#editor.open(),
      reset: () => {
        this.#replace({ kind: 'put', text: this.#data.starter });
      },
      'put-solution': () => {
        this.#replace({ kind: 'put', text: this.#data.solution });
      },
      'take-back': () => {
        this.#replace({ kind: 'take-back' });
      },
    };
    actions[button?.dataset.action ?? '']?.();
  };

  /** Another text comes into the editor, not by typing. */
  #replace(change: DraftChange): void {
    this.#change(change);
    this.#editor.show(this.#draft.text);
    // The button that was pressed may be gone or switched off now.
    this.#button('check').focus();
    this.#announce('The text in the editor has been replaced.');
  }

  #change(change: DraftChange): void {
    this.#draft = reduceDraft(this.#draft, change, [this.#data.starter, this.#data.solution]);
    this.#notice(keepingWords(this.#store.write(this.#draft)));
    this.#showDraft();
    this.dataset.stale = '';
    this.#editor.mark(undefined);
  }

  #showDraft(): void {
    part(this, '[data-edited-mark]').hidden = this.#draft.text === this.#data.starter;
    part(this, '[data-take-back]').hidden = this.#draft.aside === undefined;
    this.#button('reset').disabled = this.#draft.text === this.#data.starter;
    this.#button('put-solution').disabled = this.#draft.text === this.#data.solution;
  }

  #show(state: CheckState): void {
    const busy = state.kind === 'checking';
    if (busy && this.dataset.check !== 'checking') delete this.dataset.stale;
    this.dataset.check = state.kind === 'judged' ? state.outcome.kind : state.kind;
    // Not `disabled`, which would take the focus from the button that was just pressed.
    this.#button('check').ariaDisabled = String(busy);
    this.#button('stop').ariaDisabled = String(!busy);
    const { tone, headline, text } = wordsOf(state, this.#data);
    const box = part(this, '[data-outcome]');
    box.dataset.tone = tone;
    part(box, '[data-headline]').textContent = headline;
    part(box, '[data-text]').textContent = text;
    part(box, '[data-result]').replaceChildren(...outcomeTree(state, this.#data).map(toDom));
    // An edit made while it ran has moved the lines.
    if (this.dataset.stale === undefined) this.#editor.mark(markedLine(state, this.#data.test));
    this.#announce(busy ? 'Checking your test.' : `${headline} ${text}`);
    if (state.kind === 'judged' && state.outcome.kind === 'solved') this.#solved();
  }

  #solved(): void {
    const words = progressWords(this.#progress.add(this.#data.id));
    part(this, '[data-solved-before]').hidden = false;
    if (words !== undefined) this.#notice(words);
  }

  #notice(words: string | undefined): void {
    const notice = part(this, '[data-keeping]');
    notice.hidden = words === undefined;
    notice.textContent = words ?? '';
  }

  /** The same words are said once: a second check with the same end has its start in between. */
  #announce(words: string): void {
    const region = part(this, '[data-announce]');
    if (region.textContent !== words) region.textContent = words;
  }

  #button(action: string): HTMLButtonElement {
    return part<HTMLButtonElement>(this, `[data-action="${action}"]`);
  }
}

customElements.define('redgreen-exercise', RedgreenExercise);
