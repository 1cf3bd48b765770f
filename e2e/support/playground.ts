/** The playground as a reader handles it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { pasteScript } from './engine.ts';
import type { Site } from './site.ts';

export class PlaygroundPage {
  readonly page: Page;
  readonly result: Locator;
  readonly banner: Locator;
  readonly notice: Locator;
  readonly #site: Site;

  constructor(page: Page, site: Site) {
    this.page = page;
    this.#site = site;
    this.result = page.locator('[data-play-result]');
    this.banner = page.getByRole('region', { name: 'Where these files come from' });
    this.notice = page.locator('[data-notice]');
  }

  /** Open the page and wait until it is ready. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(this.#site.url(`playground/${hash}`));
    await expect(this.page.locator('python-playground[data-ready]')).toBeVisible();
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  async tabs(): Promise<string[]> {
    return await this.page
      .getByRole('tab')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path ?? ''));
  }

  button(name: string): Locator {
    return this.page.locator('python-playground').getByRole('button', { name, exact: true });
  }

  /** Answer the form that asks for a name. */
  async name(name: string): Promise<void> {
    await this.page.locator('[data-name-form] input').fill(name);
    await this.page.keyboard.press('Enter');
  }

  /** Replace the text of a file, which is made if it is not there. */
  async write(path: string, text: string): Promise<void> {
    if (!(await this.tabs()).includes(path)) {
      await this.button('Add file').click();
      await this.name(path);
    }
    await this.page.locator(`[role="tab"][data-path="${path}"]`).click();
    const panel = this.page.locator(`[role="tabpanel"][data-file="${path}"]`);
    await panel.locator('.monaco-editor .view-lines').click();
    await expect(panel.locator('.monaco-editor.focused')).toBeVisible();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.evaluate(pasteScript(text));
  }

  /** The text that the open file shows. */
  async shown(): Promise<string> {
    const lines = this.page.locator('[role="tabpanel"]:not([hidden]) .view-lines');
    return (await lines.innerText()).replaceAll('\u00a0', ' ');
  }

  async run(): Promise<void> {
    await this.button('Run tests').click();
  }

  /** Wait until a run has this verdict. */
  async untilVerdict(verdict: 'passed' | 'failed' | 'error'): Promise<void> {
    await expect(this.result).toHaveAttribute('data-verdict', verdict, { timeout: 90_000 });
  }

  /** The link that "Copy link" puts on the clipboard: its hash. */
  async copiedHash(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.button('Copy link').click();
    await expect(this.page.getByText('Copied', { exact: true })).toBeVisible();
    return new URL(await this.page.evaluate(() => navigator.clipboard.readText())).hash;
  }
}
