/** The test function of all specs: a browser engine and a served site. */
import { test as base, expect, type Browser } from '@playwright/test';
import type { BrowserName } from '../../scripts/setup/browser-table.ts';
import type { Engine, EngineBrowser } from './engine.ts';
import { launch } from './launch.ts';
import { openSite, type Site } from './site.ts';

/**
 * A test with this runs in every engine, and takes its page from `engine`. One without stays in Chromium and may
 * use all of Playwright (`page`): its network, its emulation, axe.
 */
export const EVERY_ENGINE = { tag: '@every-engine' } as const;

export interface EngineOption {
  /** The engine of a Playwright project. */
  readonly engineName: BrowserName;
}

interface WorkerFixtures extends EngineOption {
  readonly site: Site;
  readonly launched: EngineBrowser | string;
  readonly browser: Browser;
}

export const test = base.extend<{ readonly engine: Engine }, WorkerFixtures>({
  engineName: ['chromium', { scope: 'worker', option: true }],
  launched: [
    async ({ engineName }, use) => {
      const launched = await launch(engineName);
      await use(launched);
      if (typeof launched !== 'string') await launched.close();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ launched }, use) => {
      const browser = typeof launched === 'string' ? undefined : launched.playwright;
      if (!browser) throw new Error('this test needs Playwright itself, so it is for Chromium alone');
      await use(browser);
    },
    { scope: 'worker' },
  ],
  engine: async ({ launched }, use, testInfo) => {
    if (typeof launched === 'string') {
      // The reason is the sentence that says which browser is missing; set-up installs all three on Debian.
      testInfo.skip(true, launched);
      return;
    }
    const engine = await launched.open();
    await use(engine);
    await engine.close();
  },
  site: [
    // Playwright reads the first parameter's pattern; it must be there, and empty.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await openSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };
