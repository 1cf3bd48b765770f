/** One example as a reader handles it. */
import { until, type Engine } from './engine.ts';
import type { Site } from './site.ts';

export interface VariantStatus {
  readonly run: string;
  readonly verdict: string;
  readonly source: string;
  readonly claim: string;
  readonly edited: boolean;
}

export class ExamplePage {
  readonly #engine: Engine;
  readonly #site: Site;
  readonly #code: string;

  constructor(engine: Engine, site: Site, code: string) {
    this.#engine = engine;
    this.#site = site;
    this.#code = code;
  }

  /** Open the pattern's page and wait until its buttons work. */
  async open(hash = ''): Promise<void> {
    await this.#engine.goto(this.#site.url(`p/${this.#code}/${hash}`));
    await until(
      'the example',
      () => this.#engine.evaluate(`document.querySelector('pattern-example')?.dataset.ready !== undefined`),
      (ready) => ready === true,
    );
  }

  async runBoth(): Promise<void> {
    await this.#engine.click('pattern-example [data-action="run-both"]');
  }

  /** Press a button of a variant: run, stop, edit, reset, copy-link. */
  async press(variant: string, action: string): Promise<void> {
    await this.#engine.click(`${selector(variant)} .variant-buttons [data-action="${action}"]`);
  }

  async status(variant: string): Promise<VariantStatus> {
    return (await this.#engine.evaluate(
      `(({ run, verdict, source, claim, edited }) => ({ run, verdict, source, claim, edited: edited !== undefined }))({ ...document.querySelector('${selector(variant)}').dataset })`,
    )) as VariantStatus;
  }

  /** Wait until a variant's status has these values. */
  async until(
    variant: string,
    wanted: Partial<VariantStatus>,
    milliseconds?: number,
  ): Promise<VariantStatus> {
    return await until(
      `${variant} with ${JSON.stringify(wanted)}`,
      () => this.status(variant),
      (status) =>
        Object.entries(wanted).every(([key, value]) => status[key as keyof VariantStatus] === value),
      milliseconds,
    );
  }

  /** Text of a part of a variant. */
  async text(variant: string, part: string): Promise<string> {
    return String(
      await this.#engine.evaluate(
        `document.querySelector('${selector(variant)} ${part}')?.textContent ?? ''`,
      ),
    );
  }

  /** Choose how many seconds a run may take. */
  async setTimeLimit(seconds: 10 | 60): Promise<void> {
    await this.#engine.select('[data-setting="time-limit"]', String(seconds));
  }

  /** Replace the test's code by typing into its editor. */
  async write(variant: string, code: string): Promise<void> {
    await this.press(variant, 'edit');
    await until(
      'the editor',
      () =>
        this.#engine.evaluate(
          `document.querySelector('${selector(variant)} [data-place]').contains(document.activeElement) && document.activeElement.tagName === 'TEXTAREA' || document.activeElement.closest('.monaco-editor') !== null`,
        ),
      (there) => there === true,
    );
    await this.#engine.press('ControlOrMeta+a');
    await this.#engine.paste(code);
  }
}

function selector(variant: string): string {
  return `pattern-example [data-variant="${variant}"]`;
}
