/** The roadmap as a reader sees it, and a feed that the test serves. */
import type { Page } from '@playwright/test';
import { change } from '../../src/feed/testing/change.ts';
import { sampleFeed } from '../../src/feed/testing/sample.ts';
import { expect } from './test.ts';
import type { Site } from './site.ts';

/** A day after the sample feed was generated: it is neither stale nor still to come. */
export const NOW = new Date('2026-02-03T10:00:00Z');

/** The sample feed as publication `seq`, with `passing` tests fixed more than in the sample. */
export function feedAt(seq: number, title = 'Test coverage roadmap'): unknown {
  return change(change(sampleFeed(), '_roadmap.seq', seq), 'title', title);
}

/** Serves what `served` says as the feed: text, or a whole answer. */
export class RoadmapPage {
  served: string | { status: number; body: string; contentType?: string } = '';
  readonly #page: Page;
  readonly #site: Site;

  constructor(page: Page, site: Site) {
    this.#page = page;
    this.#site = site;
  }

  /** Opens a page of the roadmap and waits until it has checked the feed. */
  async open(feed: unknown, path = 'roadmap/'): Promise<void> {
    await this.#page.clock.install({ time: NOW });
    this.serve(feed);
    await this.#page.route('**/feed.json', async (route) => {
      const answer = typeof this.served === 'string' ? { status: 200, body: this.served } : this.served;
      await route.fulfill({ contentType: 'application/json', ...answer });
    });
    await this.#page.goto(this.#site.url(path));
    await expect(this.live).toHaveAttribute('data-checks', '1');
  }

  serve(feed: unknown): void {
    this.served = JSON.stringify(feed);
  }

  get live() {
    return this.#page.locator('roadmap-live');
  }

  get status() {
    return this.#page.locator('roadmap-live [role="status"]');
  }

  /** A figure by its name, such as `passing` or `category-celery-fixed`. */
  figure(key: string) {
    return this.#page.locator(`[data-figure="${key}"]`);
  }

  /** The reader comes back to the window after a while. */
  async comeBack(): Promise<void> {
    await this.#page.clock.fastForward(6_000);
    await this.#page.evaluate(() => {
      window.dispatchEvent(new Event('focus'));
    });
  }

  /** Presses "Check now" and waits for the end of the check; what the page then says. */
  async check(): Promise<{ state: string; seq: string; text: string; hacked: boolean }> {
    return await this.#page.evaluate(async () => {
      const live = document.querySelector<HTMLElement>('roadmap-live');
      if (live === null) throw new Error('there is no <roadmap-live>');
      const ended = new Promise((resolve) => {
        new MutationObserver(resolve).observe(live, { attributeFilter: ['data-checks'] });
      });
      live.querySelector('button')?.click();
      await ended;
      return {
        state: live.dataset.state ?? '',
        seq: live.dataset.seq ?? '',
        text: live.querySelector('[role="status"]')?.textContent ?? '',
        hacked: 'hacked' in window,
      };
    });
  }
}
