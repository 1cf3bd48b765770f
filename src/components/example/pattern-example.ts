/** `<pattern-example>`: wires the buttons, editors and results of one example together. */
import type { RunState } from '../../runner/state.ts';
import { keepingWords } from './edits/edits.ts';
import { ExampleCode } from './example-code.ts';
import type { ExampleData } from './example-data.ts';
import { FileEditors } from './file-editors.ts';
import { failingLine } from './failing-line.ts';
import { reviewText } from './review-text.ts';
import { copyText } from './copy.ts';
import { tryMutants } from './mutant-trial.ts';
import { prepareRunner, whenLikely } from './page-runner.ts';
import { followPlaygroundLinks } from './playground-link.ts';
import { ProgressView } from './progress-view.ts';
import { spokenState } from './spoken.ts';
import { VariantRun } from './variant-run.ts';
import { discardLink, followLink, linkTo } from './shared-code.ts';
import { part, VariantView } from './variant-view.ts';

interface VariantParts {
  readonly view: VariantView;
  readonly run: VariantRun;
}

class PatternExample extends HTMLElement {
  #data!: ExampleData;
  #code!: ExampleCode;
  #editors!: FileEditors;
  #progress!: ProgressView;
  readonly #variants = new Map<string, VariantParts>();
  #connected = false;

  connectedCallback(): void {
    if (this.#connected) return;
    this.#connected = true;
    this.#data = JSON.parse(part(this, 'script[type="application/json"]').textContent) as ExampleData;
    this.#code = new ExampleCode(this.#data);
    this.#progress = new ProgressView(this);
    for (const variant of this.#data.variants) {
      const section = part(this, `[data-variant="${variant.name}"]`);
      const run = new VariantRun(this.#data.code, variant, () => {
        this.#render(variant.name);
      });
      this.#variants.set(variant.name, { view: new VariantView(section), run });
    }
    this.#editors = new FileEditors(this, this.#code, (owner, keeping) => {
      this.#edited(owner);
      this.#notice(keepingWords(keeping));
    });
    followPlaygroundLinks(this, this.#data, this.#code);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('pointerenter', prepareRunner, { once: true });
    this.addEventListener('focusin', prepareRunner, { once: true });
    whenLikely(this, prepareRunner);
    this.dataset.ready = '';
    for (const name of this.#variants.keys()) this.#render(name);
    this.#followHash();
    addEventListener('hashchange', this.#followHash);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#followHash);
    for (const { run } of this.#variants.values()) run.stop();
  }

  readonly #onClick = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const action = button?.dataset.action;
    if (!button || !action) return;
    const name = button.closest<HTMLElement>('[data-variant]')?.dataset.variant;
    if (name === undefined) this.#exampleAction(action, button);
    else this.#variantAction(action, name, button);
  };

  #exampleAction(action: string, button: HTMLElement): void {
    if (action === 'run-both') void this.#runBoth();
    if (action === 'try-mutants') void this.#tryMutants(button);
    if (action === 'copy-review') {
      void copyText(
        reviewText({
          data: this.#data,
          code: this.#code,
          url: this.#url(),
          stateOf: (name) => this.#state(name),
        }),
        button,
      );
    }
  }

  #variantAction(action: string, name: string, button: HTMLElement): void {
    const parts = this.#variants.get(name);
    if (!parts) return;
    const { section } = parts.view;
    const actions: Readonly<Record<string, () => void>> = {
      run: () => void this.#run(name),
      stop: () => {
        parts.run.stop();
      },
      edit: () => void this.#editors.open(section),
      reset: () => {
        this.#code.reset(name);
        this.#editors.showCurrent(section);
        parts.run.reset();
      },
      restore: () => {
        this.#code.restoreStale(name);
        this.#showAll();
      },
      'copy-link': () => void this.#copyLink(name, button),
      'discard-link': () => {
        discardLink(section, name, this.#code);
        this.#showAll();
      },
    };
    actions[action]?.();
  }

  async #runBoth(): Promise<void> {
    const [wrong, right] = this.#data.variants;
    if (!wrong || !right) return;
    await Promise.all([this.#run(wrong.name), this.#run(right.name)]);
    this.#announce([wrong.name, right.name]);
  }

  async #tryMutants(button: HTMLElement): Promise<void> {
    button.setAttribute('disabled', '');
    try {
      await tryMutants(part(this, '[data-mutants]'), this.#data, this.#code);
    } catch (problem) {
      part(this, '[data-mutants-words]').textContent = `Python could not be fetched: ${String(problem)}`;
    }
    button.removeAttribute('disabled');
  }

  async #run(name: string): Promise<void> {
    const timeLimit = Number(part<HTMLSelectElement>(this, '[data-setting="time-limit"]').value);
    const input = {
      variantFiles: this.#code.files(name),
      appFiles: this.#code.files('app'),
      imports: this.#code.imports(name),
      timeLimit,
    };
    await this.#variants.get(name)?.run.run(input);
    this.#announce([name]);
  }

  #render(name: string): void {
    const parts = this.#variants.get(name);
    const variant = this.#data.variants.find((one) => one.name === name);
    if (!parts || !variant) return;
    const { state } = parts.run;
    const edited = this.#code.isEdited(name) || this.#code.isEdited('app');
    const comparison = edited ? undefined : parts.run.comparison();
    parts.view.show({ state, comparison, edited, expect: variant.expect });
    part<HTMLButtonElement>(parts.view.section, '[data-action="reset"]').disabled =
      !edited && state.kind === 'idle';
    part(parts.view.section, '[data-stale]').hidden = this.#code.stale(name) === undefined;
    if (state.kind === 'finished') {
      const paths = Object.keys(this.#code.files(name));
      this.#editors.mark(parts.view.section, failingLine(state.result.tests, paths));
    }
    this.#renderProgress();
  }

  #renderProgress(): void {
    const waiting = [...this.#variants.values()]
      .map(({ run }) => run.state)
      .find((state) => state.kind === 'queued');
    this.#progress.show(waiting?.kind === 'queued' ? waiting.stage : undefined);
  }

  /** Said once, when all that was asked for is there; the sections themselves are no live regions. */
  #announce(names: readonly string[]): void {
    const words = names.map((name) => `${name}: ${spokenState(this.#state(name))}`);
    part(this, '[data-announce]').textContent = words.join('. ');
  }

  #edited(owner: string): void {
    const names = owner === 'app' ? [...this.#variants.keys()] : [owner];
    for (const name of names) this.#render(name);
  }

  #state(name: string): RunState {
    return this.#variants.get(name)?.run.state ?? { kind: 'idle' };
  }

  #url(): string {
    return this.dataset.url ?? location.href;
  }

  async #copyLink(name: string, button: HTMLElement): Promise<void> {
    const { link, words } = await linkTo(this.#url(), name, this.#data, this.#code);
    this.#notice(words);
    await copyText(link, button);
  }

  /** The address may name a variant, and may carry code for it. */
  readonly #followHash = (): void => {
    void followLink(location.hash, {
      data: this.#data,
      code: this.#code,
      section: (name) => this.#variants.get(name)?.view.section,
    }).then((anchor) => {
      const section = this.#variants.get(anchor)?.view.section;
      if (!section) return;
      this.#showAll();
      section.scrollIntoView({ block: 'start' });
      section.focus({ preventScroll: true });
    });
  };

  /** Bring what is in `#code` into view everywhere. */
  #showAll(): void {
    this.#editors.showCurrent(this);
    for (const name of this.#variants.keys()) this.#render(name);
  }

  #notice(words: string | undefined): void {
    const notice = part(this, '[data-keeping]');
    notice.hidden = words === undefined;
    notice.textContent = words ?? '';
  }
}

customElements.define('pattern-example', PatternExample);
