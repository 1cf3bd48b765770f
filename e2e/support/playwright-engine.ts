/** An engine that Playwright drives. */
import type { Browser, Page } from '@playwright/test';
import { pasteScript, type Engine, type EngineBrowser } from './engine.ts';

export function playwrightEngine(page: Page, name: Engine['name']): Engine {
  return {
    name,
    goto: async (url) => {
      await page.goto(url);
    },
    evaluate: async (expression) => await page.evaluate<unknown>(expression),
    evaluateInFrame: async (expression) => {
      const frame = page.frames().find((one) => one.parentFrame() !== null);
      if (!frame) throw new Error('the page has no frame');
      return await frame.evaluate<unknown>(expression);
    },
    click: async (selector) => {
      await page.locator(selector).first().click();
    },
    select: async (selector, value) => {
      await page.locator(selector).selectOption(value);
    },
    press: async (key) => {
      await page.keyboard.press(key);
    },
    paste: async (text) => {
      await page.evaluate(pasteScript(text));
    },
    close: async () => {
      await page.close();
    },
  };
}

/** A browser that Playwright drives. */
export function playwrightBrowser(
  browser: Browser,
  name: Engine['name'],
  pid: number | undefined,
): EngineBrowser {
  return {
    name,
    version: () => browser.version(),
    pid,
    playwright: browser,
    open: async () => {
      const context = await browser.newContext();
      const engine = playwrightEngine(await context.newPage(), name);
      return {
        ...engine,
        close: async () => {
          await context.close();
        },
      };
    },
    close: async () => {
      await browser.close();
    },
  };
}
