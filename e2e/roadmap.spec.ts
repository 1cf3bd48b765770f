/** The roadmap follows its feed, and can't be fooled by a broken or hostile one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { change } from '../src/feed/testing/change.ts';
import { hostileTexts, mutations } from '../src/feed/testing/mutations.ts';
import { sampleFeed } from '../src/feed/testing/sample.ts';
import { sampleRun } from '../src/feed/testing/sample-run.ts';
import { feedAt, NOW, RoadmapPage } from './support/roadmap.ts';
import { expect, test } from './support/test.ts';

test('an open page follows the feed that is served, without a reload', async ({ page, site }) => {
  const file = join(site.dist, 'feed.json');
  const built = readFileSync(file, 'utf8');
  try {
    await page.clock.install({ time: NOW });
    await page.goto(site.url('roadmap/'));
    const live = page.locator('roadmap-live');
    await expect(live).toHaveAttribute('data-state', 'live');
    await expect(page.locator('[data-figure="passing"]')).toHaveText('1602');
    await page.evaluate(() => {
      document.body.dataset.opened = 'once';
    });

    // When the reader comes back …
    writeFileSync(file, JSON.stringify(sampleFeed()));
    await page.clock.fastForward(6_000);
    await page.evaluate(() => {
      window.dispatchEvent(new Event('focus'));
    });
    await expect(page.locator('[data-figure="passing"]')).toHaveText('92');
    await expect(page.locator('[data-figure="passing"]')).toHaveAttribute('data-was', '1602');
    await expect(live.getByRole('status')).toContainText('Live. Publication 3');
    await expect(live.getByRole('status')).toContainText('passing 1602 → 92');

    // … or within one poll.
    writeFileSync(file, JSON.stringify(change(sampleFeed(), '_roadmap.seq', 4)));
    await page.clock.fastForward(7 * 60_000);
    await expect(live).toHaveAttribute('data-seq', '4');

    // A broken one is refused in words, and the good one stays.
    writeFileSync(file, JSON.stringify(change(sampleFeed(), '_roadmap.current.total', 7)));
    await page.clock.fastForward(7 * 60_000);
    await expect(live).toHaveAttribute('data-state', 'refused');
    await expect(live.getByRole('status')).toHaveText(
      /^Refused\. The served feed was refused: _roadmap\.current\.total: the outcomes add up to 99, but total says 7/,
    );
    await expect(live.getByRole('status')).toContainText('This page keeps publication 4.');
    await expect(page.locator('[data-figure="passing"]')).toHaveText('92');
    expect(await page.evaluate(() => document.body.dataset.opened)).toBe('once');
  } finally {
    writeFileSync(file, built);
  }
});

test('the page says when it is offline, when the feed is gone, and when it has gone stale', async ({
  page,
  site,
}) => {
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(3));
  await page.context().setOffline(true);
  await expect(roadmap.status).toContainText(
    'Offline. This device is offline. This page keeps publication 3.',
  );
  await page.context().setOffline(false);
  await expect(roadmap.status).toContainText('Live.');
  roadmap.served = { status: 404, body: '' };
  expect((await roadmap.check()).text).toContain('its host answered 404');
  roadmap.served = { status: 200, body: '<html>', contentType: 'text/html' };
  expect((await roadmap.check()).text).toContain('text/html in place of JSON');
  roadmap.served = ' '.repeat(1024 * 1024 + 1);
  expect((await roadmap.check()).text).toContain('larger than 1 MB');
  roadmap.serve(feedAt(3));
  await page.clock.setFixedTime(new Date('2026-02-20T10:00:00Z'));
  expect((await roadmap.check()).text).toContain('Stale. The feed was last published 17 days ago');
});

test('the feed may come from another origin, if its host allows it', async ({ page, site }) => {
  let allowed = true;
  // A real server: what a test answers in the network's place is let through whatever it says.
  const server = createServer((_, response) => {
    if (allowed) response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'application/json').end(JSON.stringify(feedAt(4)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  // As a build with PUBLIC_FEED_URL writes it.
  const feed = `data-feed="http://127.0.0.1:${port ?? ''}/team.json"`;
  const built = readFileSync(join(site.dist, 'roadmap/index.html'), 'utf8');
  mkdirSync(join(site.dist, 'elsewhere'));
  writeFileSync(join(site.dist, 'elsewhere/index.html'), built.replace(/data-feed="[^"]*"/, feed));
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(3), 'elsewhere/');
  await expect(roadmap.live).toHaveAttribute('data-seq', '4');
  allowed = false;
  expect((await roadmap.check()).text).toContain(
    'No feed. The feed did not answer, or its host does not let this page read it. This page keeps publication 4.',
  );
  server.close();
});

test('feed readers find the feed in every page’s head, and it is a JSON Feed', async ({ page, site }) => {
  for (const path of ['', 'roadmap/', 'p/CEL001/']) {
    await page.goto(site.url(path));
    const link = page.locator('head link[rel="alternate"][type="application/feed+json"]');
    await expect(link).toHaveAttribute('href', '/feed.json');
    await expect(link).toHaveAttribute('title', 'Test coverage roadmap');
  }
  const response = await page.request.get(site.url('feed.json'));
  expect(response.headers()['content-type']).toMatch(/^application\/(?:feed\+)?json/);
  // What the specification asks of a feed and of its items.
  expect(await response.json()).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: expect.stringMatching(/\S/),
    home_page_url: expect.stringMatching(/\/roadmap\/$/),
    feed_url: expect.stringMatching(/\/feed\.json$/),
    items: [{ id: expect.stringMatching(/\S/), content_text: expect.stringMatching(/\S/) }],
  });
});

test('on paper the charts stay, and what can only be pressed goes', async ({ page, site }) => {
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(3));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: /^Passing tests\./ })).toBeVisible();
  await expect(page.locator('#chart-fixed .line.good')).toBeVisible();
  await expect(roadmap.status).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check now' })).toBeHidden();
});

test('nothing is wider than the narrowest phone', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(3));
  for (const path of ['roadmap/', 'roadmap/plan/', 'roadmap/runs/']) {
    await page.goto(site.url(path));
    await expect(roadmap.live).toHaveAttribute('data-seq', '3');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
  await page.goto(site.url('roadmap/publish/'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('an older feed, and another one under the same number, change nothing', async ({ page, site }) => {
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(5));
  roadmap.serve(feedAt(4));
  expect(await roadmap.check()).toMatchObject({ state: 'refused', seq: '5' });
  roadmap.serve(feedAt(5, 'Another'));
  expect((await roadmap.check()).text).toContain('publication 5 again, with another content');
});

test('each of hundreds of broken feeds is refused in words, and the last good one stays', async ({
  page,
  site,
}) => {
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(3));
  const all = mutations();
  // Every kind of fault, and every sixth of the many that differ only in their place.
  const some = all.filter(({ by }, index) => by === 'figures' || index % 6 === 0 || index > all.length - 20);
  expect(some.length).toBeGreaterThan(200);
  const wrong: string[] = [];
  for (const { name, text } of some) {
    roadmap.served = text;
    const { state, seq, text: said, hacked } = await roadmap.check();
    if (state !== 'refused' || seq !== '3' || !said.includes('was refused: ') || hacked) wrong.push(name);
  }
  expect(wrong).toEqual([]);
  await expect(roadmap.figure('passing')).toHaveText('92');
  await expect(roadmap.figure('fixed')).toHaveText('3');
});

test('texts from strangers are shown as text, run no script and fetch nothing', async ({ page, site }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  page.on('dialog', (dialog) => {
    foreign.push(dialog.message());
    void dialog.dismiss();
  });
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(3));
  const wrong: string[] = [];
  for (const [index, { name, text }] of hostileTexts().entries()) {
    roadmap.serve(change(JSON.parse(text), '_roadmap.seq', 4 + index));
    const { state, seq, hacked } = await roadmap.check();
    if (state !== 'live' || seq !== String(4 + index) || hacked) wrong.push(name);
  }
  expect(wrong).toEqual([]);
  const painted = page.locator('[data-part]');
  await expect(painted.locator('script, img, iframe, object, form')).toHaveCount(0);
  for (const href of await painted
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    expect(href).toMatch(/^\/(?:p|roadmap)\//);
  }
  expect(foreign).toEqual([]);
});

test('a newer feed moves nothing that the reader looks at, and takes no focus', async ({ page, site }) => {
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(3));
  const table = page.locator('#chart-coverage details');
  await table.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(table).toHaveAttribute('open', '');
  const top = async (): Promise<number> => (await page.locator('#chart-coverage').boundingBox())?.y ?? NaN;
  const scrolled = (): Promise<number> => page.evaluate(() => window.scrollY);
  await page.evaluate(() => {
    document.querySelector('#chart-coverage')?.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  const before = { top: await top(), scrolled: await scrolled() };
  // The table above grows by several lines; coverage gets a new figure, so the chart is painted anew.
  const longer = change(feedAt(4), '_roadmap.categories.0.title', 'Celery and its tasks '.repeat(9).trim());
  roadmap.serve(change(longer, '_roadmap.current.coverage.lines.covered', 700));
  await roadmap.check();
  await expect(roadmap.live).toHaveAttribute('data-seq', '4');
  expect(await scrolled()).toBeGreaterThan(before.scrolled + 20);
  expect(Math.abs((await top()) - before.top)).toBeLessThan(2);
  await expect(table).toHaveAttribute('open', '');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
});

test('a page per run says what became of its tests', async ({ page, site }) => {
  await page.route('**/runs/3.json', async (route) => {
    await route.fulfill({ json: sampleRun() });
  });
  const roadmap = new RoadmapPage(page, site);
  await roadmap.open(feedAt(3), 'roadmap/runs/?seq=3');
  const run = page.locator('roadmap-run');
  await expect(run.getByRole('heading', { name: 'Run 3 of 2 Feb 2026' })).toBeVisible();
  await expect(run.getByRole('heading', { name: 'Vanished while failing: 1' })).toBeVisible();
  await expect(run.locator('.change.fixed')).toContainText('tests/test_ner.py::test_extract');
  await expect(run.locator('.change.movedOn')).toContainText('task_id must not be empty');
  await expect(page.getByRole('link', { name: 'Run 3', exact: true })).toBeVisible();
  await page.goto(site.url('roadmap/runs/?seq=99'));
  await expect(run.getByRole('status')).toHaveText('There is no run 99.');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the roadmap after a run, ${theme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: theme });
    const roadmap = new RoadmapPage(page, site);
    await page.route('**/runs/3.json', async (route) => {
      await route.fulfill({ json: sampleRun() });
    });
    await roadmap.open(feedAt(3));
    for (const path of ['roadmap/', 'roadmap/plan/', 'roadmap/runs/?seq=3']) {
      await page.goto(site.url(path));
      await expect(roadmap.live).toHaveAttribute('data-seq', '3');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the roadmap and the plan are whole', async ({ page, site }) => {
    await page.goto(site.url('roadmap/'));
    await expect(page.locator('[data-figure="passing"]')).toHaveText('1602');
    await expect(page.getByRole('status')).toContainText('publication 1 of 18 Jan 2026');
    await expect(page.getByRole('button', { name: 'Check now' })).toBeHidden();
    await expect(page.getByRole('img', { name: /^Passing tests\. 1602 of 1737 pass/ })).toBeVisible();
    await page.goto(site.url('roadmap/plan/'));
    await expect(page.getByText('45 + 15 + 25 + 20 + 10 + 15 = 130').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'CEL001' }).first()).toBeVisible();
  });
});
