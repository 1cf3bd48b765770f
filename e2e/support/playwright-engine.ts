/** An engine that Playwright drives. */
import type { Page } from '@playwright/test';
import { pasteScript, type Engine } from './engine.ts';

export function playwrightEngine(page: Page, name: Engine['name']): Engine {
  return {
    name,
    goto: async (url) => {
      await page.goto(url);
    },
    evaluate: async (expression) => await page.evaluate<unknown>(expression),
    click: async (selector) => {
      await page.locator(selector).first().click();
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
