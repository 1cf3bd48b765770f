/** One step of the onboarding path as a reader handles it. */
import { type Locator, type Page } from '@playwright/test';
import { loadExercises } from '../../src/exercises/load.ts';
import type { Exercise } from '../../src/exercises/exercise.ts';
import { pasteScript } from './engine.ts';
import type { Site } from './site.ts';

/** The exercise itself, as its folder has it. */
export function exerciseOf(step: string): Exercise {
  const found = loadExercises().find(({ id }) => id === step);
  if (!found) throw new Error(`there is no step ${step}`);
  return found;
}

export class StepPage {
  readonly element: Locator;
  readonly headline: Locator;
  readonly text: Locator;
  readonly announced: Locator;
  readonly file: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.element = page.locator('redgreen-exercise');
    this.headline = this.element.locator('[data-headline]');
    this.text = this.element.locator('[data-text]');
    this.announced = this.element.locator('[data-announce]');
    this.file = this.element.locator('[data-test-file]');
  }

  async open(site: Site, step: string): Promise<void> {
    await this.#page.goto(site.url(`start/${step}/`));
    await this.element.and(this.#page.locator('[data-ready]')).waitFor();
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name });
  }

  /** Replace the whole text by way of the editor. */
  async write(text: string): Promise<void> {
    await this.button('Edit').click();
    await this.file.locator('.monaco-editor').waitFor();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.evaluate(pasteScript(text));
  }

  /** Press the button and wait for a verdict: what `data-check` says then. */
  async check(): Promise<string> {
    await this.button('Check my test').click();
    // The click itself has started the check; it may be over already.
    await this.#page.waitForFunction(
      () => document.querySelector<HTMLElement>('redgreen-exercise')?.dataset.check !== 'checking',
      undefined,
      { timeout: 90_000 },
    );
    return (await this.element.getAttribute('data-check')) ?? '';
  }
}
