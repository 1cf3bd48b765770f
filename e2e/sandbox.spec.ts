/** Nothing gets out of the sandbox, and the page believes nothing it says. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import { countingServer, type CountingServer } from './sandbox/counting-server.ts';
import { FRAME_ATTACKS, FRAME_READS } from './sandbox/frame-attacks.ts';
import { ExamplePage } from './support/example.ts';
import { playwrightEngine } from './support/playwright-engine.ts';
import type { Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

let server: CountingServer;

test.beforeAll(async () => {
  server = await countingServer();
});
test.afterAll(async () => {
  await server.close();
});
test.beforeEach(() => {
  server.hits.length = 0;
});

async function openExample(page: Page, site: Site): Promise<ExamplePage> {
  const example = new ExamplePage(playwrightEngine(page, 'chromium'), site, 'CEL001');
  await example.open();
  return example;
}

/** The sandbox's frame, there once something has run. */
async function sandboxFrame(page: Page, site: Site): Promise<Frame> {
  const example = await openExample(page, site);
  await example.press('right', 'run');
  await example.until('right', { source: 'live', run: 'idle' });
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  if (!frame) throw new Error('the page has no sandbox frame');
  return frame;
}

/** Long enough for a request that is on its way to arrive, in milliseconds. */
const ARRIVAL = 1_500;

test('the counting server does count: the page itself can reach it', async ({ page, site }) => {
  await page.goto(site.url(''));
  await page.evaluate(async (origin) => {
    await fetch(`${origin}/control`, { mode: 'no-cors' }).catch(() => undefined);
  }, server.origin);
  expect(server.hits).toEqual(['/control']);
});

test('Python inside reaches nothing, by any of forty ways', async ({ page, site }) => {
  const attacks = readFileSync('e2e/sandbox/attacks.py', 'utf8').replace(
    'http://counting-server.invalid',
    server.origin,
  );
  const example = await openExample(page, site);
  await example.write('right', attacks);
  await example.press('right', 'run');
  await example.until('right', { source: 'live', run: 'idle' });
  const outcomes = await page
    .locator('[data-variant="right"] .test')
    .evaluateAll((tests) =>
      tests.map((one) => `${one.getAttribute('data-outcome') ?? ''} ${one.textContent}`),
    );
  expect(outcomes.length).toBeGreaterThanOrEqual(38);
  expect(outcomes.filter((outcome) => !outcome.startsWith('passed'))).toEqual([]);
  await page.waitForTimeout(ARRIVAL);
  expect(server.hits).toEqual([]);
});

test('script at the frame’s own level reaches nothing, by any of twenty-four ways', async ({
  page,
  site,
}) => {
  const frame = await sandboxFrame(page, site);
  for (const [name, attack] of Object.entries(FRAME_ATTACKS)) {
    await test.step(name, async () => {
      await frame.evaluate(attack, server.origin).catch(() => undefined);
      await page.waitForTimeout(ARRIVAL / 5);
      expect(server.hits, name).toEqual([]);
      expect(page.url(), name).toContain(site.origin);
    });
  }
  await page.waitForTimeout(ARRIVAL);
  expect(server.hits).toEqual([]);
});

test('navigating the frame away reaches nothing either', async ({ page, site }) => {
  const frame = await sandboxFrame(page, site);
  await frame
    .evaluate((origin) => {
      location.href = `${origin}/frame-location`;
    }, server.origin)
    .catch(() => undefined);
  await page.waitForTimeout(ARRIVAL);
  expect(server.hits).toEqual([]);
});

test('script at the frame’s level reads nothing of the site', async ({ page, site }) => {
  const frame = await sandboxFrame(page, site);
  for (const [name, read] of Object.entries(FRAME_READS)) {
    const refused = await frame.evaluate(read).then(
      (value) => `got ${JSON.stringify(value)}`,
      () => 'refused',
    );
    expect(refused, name).toBe('refused');
  }
});

test('messages from elsewhere than the frame are not heard', async ({ page, site }) => {
  const example = await openExample(page, site);
  await example.press('right', 'run');
  await page.evaluate(() => {
    const test = { kind: 'test', id: 'x::forged', outcome: 'failed', seconds: 0, failures: [], reason: '' };
    for (let worker = 0; worker < 5; worker += 1) {
      postMessage({ kind: 'event', worker, run: 0, json: JSON.stringify(test) });
      postMessage({ kind: 'crashed', worker, detail: 'forged' });
    }
  });
  expect(await example.until('right', { source: 'live', run: 'idle' })).toMatchObject({
    verdict: 'passed',
    claim: 'match',
  });
});

test('a result that forges markup is shown as text', async ({ page, site }) => {
  const example = await openExample(page, site);
  await example.write(
    'right',
    'def test_markup():\n    raise AssertionError("<img src=x onerror=\\"document.title=\'owned\'\\">")\n',
  );
  await example.press('right', 'run');
  await example.until('right', { source: 'live', run: 'idle' });
  expect(await example.text('right', '.error')).toContain('<img src=x');
  expect(await page.title()).not.toBe('owned');
  expect(await page.locator('[data-variant="right"] img').count()).toBe(0);
});
