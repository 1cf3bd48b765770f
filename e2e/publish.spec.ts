/** From a failing test to the page: real pytest, the command that the site ships, a page that stays open. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openSite, type Site } from './support/site.ts';
import { expect, test } from './support/test.ts';
import { FAILING, Publisher } from './support/publisher.ts';

test.describe.configure({ mode: 'serial' });
test.setTimeout(300_000);

const ONE_FIXED = FAILING.replace('== "Chunker"', '== "TextChunker"');
const TWO_FIXED = ONE_FIXED.replace('health_tasks.model_loader', 'health_tasks.celery_app');

let site: Site;
let publisher: Publisher;
let page: Page;
test.beforeAll(async ({ browser }) => {
  site = await openSite();
  const file = join(site.dist, 'roadmap/index.html');
  const html = readFileSync(file, 'utf8');
  // The page looks every second, where a reader's looks every five minutes.
  expect(html).toContain('data-poll-seconds="300"');
  writeFileSync(file, html.replace('data-poll-seconds="300"', 'data-poll-seconds="1"'));
  publisher = new Publisher(site);
  page = await browser.newPage();
  await page.goto(site.url('roadmap/'));
  await page.evaluate(() => {
    document.body.dataset.opened = 'once';
  });
});
test.afterAll(async () => {
  await page.close();
  publisher.close();
  await site.close();
});
test.afterEach(async () => {
  // Whatever was published, the reader never had to load the page again.
  expect(await page.evaluate(() => document.body.dataset.opened)).toBe('once');
});

const live = () => page.locator('roadmap-live');
const figure = (key: string) => page.locator(`[data-figure="${key}"]`);
const reports = (seq: number) => expect(live()).toHaveAttribute('data-seq', String(seq), { timeout: 20_000 });

/** Failing tests in all categories together, as the table says. */
const open = async (): Promise<number> => {
  const texts = await page.locator('[data-figure$="-open"]').allTextContents();
  return texts.reduce((sum, text) => sum + Number(text), 0);
};

test('an open page takes over the first run', async () => {
  await expect(live().getByRole('status')).toContainText('No run has been published yet');
  expect(await publisher.test()).toBe(1);
  const { code, output } = await publisher.publish();
  expect(output).toContain('Baseline: 4 of');
  expect(code).toBe(0);
  await reports(2);
  await expect(live().getByRole('status')).toContainText('Live. Publication 2');
  await expect(figure('failing')).toHaveText('3');
  await expect(figure('fixed')).toHaveText('0');
  expect(await open()).toBe(4);
  await expect(page.locator('#chart-fixed figcaption')).toContainText('0 of the 4 tests that failed');
});

test('tests are mended one by one, and the failures burn down', async () => {
  const first = await publisher.follow('mend one', ONE_FIXED);
  expect(first.output).toContain('1 test fixed');
  await reports(3);
  await expect(live().getByRole('status')).toContainText('fixed 0 → 1');
  await expect(figure('failing')).toHaveText('2');
  await expect(figure('fixed')).toHaveAttribute('data-was', '0');
  expect(await open()).toBe(3);

  const second = await publisher.follow('mend another', TWO_FIXED);
  expect(second.output).toContain('1 test fixed');
  await reports(4);
  await expect(figure('fixed')).toHaveText('2');
  expect(await open()).toBe(2);
  // The two patches are of one category, and its line goes down.
  const row = page
    .locator('#chart-categories tr', { has: page.getByText('Import', { exact: false }) })
    .first();
  await expect(row.locator('.trend')).toHaveText('2 → 1');
  await expect(page.locator('#chart-fixed figcaption')).toContainText('2 of the 4 tests that failed');
  await expect(page.locator('.events li').first()).toContainText('1 test fixed');
});

test('a renamed file shows as vanished, not as fixed', async () => {
  const { code, output } = await publisher.hide();
  expect(output).toContain('2 vanished while failing');
  expect(code).toBe(0);
  await reports(5);
  // Every test that is left passes, and still nothing more was fixed.
  await expect(figure('failing')).toHaveText('0');
  await expect(figure('fixed')).toHaveText('2');
  await expect(figure('vanished')).toHaveText('2');
  await expect(live().getByRole('status')).toContainText('vanished 0 → 2');
  const list = page.locator('[data-part="vanished"]');
  await expect(list).toContainText('app/tasks/test_broken.py::test_second_patch');
  await expect(list).toContainText('They are not fixed, and stay counted');
});

test('a bad publication is refused, and the page keeps the last good one', async () => {
  const before = publisher.feed;
  publisher.truncate();
  const cut = await publisher.publish();
  expect(cut.output).toMatch(/reports\/junit\.xml:1:\d+: the file ends too early/);
  expect(cut.code).toBe(2);

  await publisher.test();
  publisher.goBack();
  const older = await publisher.publish();
  expect(older.output).toMatch(
    /older-run: this run is of \S+, and one of \S+ is published already\. Results/,
  );
  expect(older.output).toContain('roadmap/publish/#guard-older-run');
  expect(older.code).toBe(4);

  expect(publisher.feed).toBe(before);
  const checks = Number(await live().getAttribute('data-checks'));
  await expect.poll(async () => Number(await live().getAttribute('data-checks'))).toBeGreaterThan(checks + 1);
  await expect(live()).toHaveAttribute('data-state', 'live');
  await expect(live()).toHaveAttribute('data-seq', '5');
  await expect(figure('vanished')).toHaveText('2');
});

test('the guard that the command names has its cure on the page', async ({ browser }) => {
  const help = await browser.newPage();
  await help.goto(site.url('roadmap/publish/#guard-older-run'));
  const guard = help.locator('#guard-older-run');
  await expect(guard).toBeInViewport();
  await expect(guard).toContainText('Results of an older run would turn the history back');
  await expect(guard).toContainText('Run the tests on the newest commit.');
  await help.close();
});
