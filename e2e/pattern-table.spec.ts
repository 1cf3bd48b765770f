/** The table of all patterns: found by an error line, by words, by keyboard; and the page for a mistyped code. */
import type { Page } from '@playwright/test';
import { loadPatterns } from '../src/patterns/load.ts';
import { expect, test } from './support/test.ts';

const patterns = loadPatterns();
const total = patterns.length;

async function visibleCodes(page: Page): Promise<string[]> {
  return page
    .locator('pattern-table tr[data-code]:visible')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.code ?? ''));
}

test('an error line of a suite of one’s own leaves the pattern that knows it', async ({ page, site }) => {
  await page.goto(site.url('patterns/'));
  const status = page.locator('pattern-table [role=status]');
  await expect(status).toHaveText(`${total} patterns.`);
  const field = page.getByLabel('Error line, or words');
  await field.fill(
    "E   AttributeError: <module 'shop.mail' from '/x/mail.py'> does not have the attribute 'send'",
  );
  await expect(status).toHaveText(/knows? this error/);
  expect(await visibleCodes(page)).toContain('IMP001');
  await field.fill('no such words anywhere here');
  await expect(status).toHaveText(/^No pattern has these words/);
  expect(await visibleCodes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(status).toHaveText(`${total} patterns.`);
  expect(new URL(page.url()).search).toBe('');
});

test('it works by keyboard alone, and the address keeps the state', async ({ page, site }) => {
  await page.goto(site.url('patterns/'));
  await page.getByLabel('Error line, or words').focus();
  await page.keyboard.type('mock');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Topic')).toBeFocused();
  await page.keyboard.type('Mo');
  await expect(page.getByLabel('Topic')).toHaveValue('models');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Order')).toBeFocused();
  await page.keyboard.type('Most');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Only what really failed')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.locator('pattern-table [role=status]')).toHaveText(/ of \d+ patterns/);
  const found = await visibleCodes(page);
  expect(found).toEqual(['MDL004']);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    error: 'mock',
    topic: 'models',
    order: 'failed',
    failed: 'yes',
  });
  await page.reload();
  await expect(page.getByLabel('Only what really failed')).toBeChecked();
  await expect(page.getByLabel('Topic')).toHaveValue('models');
  expect(await visibleCodes(page)).toEqual(found);
});

test('by how often it really failed, and back to the topics', async ({ page, site }) => {
  await page.goto(site.url('patterns/'));
  const byTopic = await visibleCodes(page);
  await page.getByLabel('Order').selectOption('failed');
  const counts = patterns
    .map(({ code, origin }) => ({ code, count: origin.real?.count ?? 0 }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
  expect(await visibleCodes(page)).toEqual(counts.map(({ code }) => code));
  await expect(page.locator('pattern-table [role=status]')).toHaveText(/most frequent comes first/);
  await page.getByLabel('Order').selectOption('topic');
  expect(await visibleCodes(page)).toEqual(byTopic);
  await expect(page.locator('pattern-table tr.topic:visible')).toHaveCount(9);
});

test('the count is announced politely; a value that a field does not have is left out', async ({
  page,
  site,
}) => {
  await page.goto(site.url('patterns/?error=asyncio&topic=nonsense'));
  const status = page.locator('pattern-table [role=status]');
  await expect(status).toHaveText(/^\d+ of \d+ patterns\.$/);
  // What role=status means by itself, unless somebody says otherwise.
  expect(await status.getAttribute('aria-live')).toBeNull();
  await expect(page.getByLabel('Topic')).toHaveValue('');
});

test('nothing moves when the form wakes up', async ({ page, site }) => {
  await page.goto(site.url('patterns/'));
  await expect(page.locator('pattern-table [role=status]')).toHaveText(`${total} patterns.`);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          done(list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          done(0);
        }, 500);
      }),
  );
  expect(shift).toBeLessThan(0.05);
});

test('on a phone, too, what does not match is gone, with its topic', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(site.url('patterns/?topic=legacy'));
  await expect(page.locator('pattern-table [role=status]')).toHaveText(`2 of ${total} patterns.`);
  expect(await visibleCodes(page)).toEqual(['LEG001', 'LEG002']);
  await expect(page.locator('pattern-table tr.topic:visible')).toHaveCount(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the table is whole, with links and figures, and without dead fields', async ({ page, site }) => {
    await page.goto(site.url('patterns/'));
    await expect(page.locator('pattern-table tr[data-code] a:visible')).toHaveCount(total);
    await expect(page.locator('pattern-table form')).toBeHidden();
    await expect(page.locator('tr[data-code=IMP001] .failed')).toHaveText(/93\s+tests/);
  });
});

test.describe('the page for an address that has none', () => {
  for (const [asked, code] of [
    ['p/cel001', 'CEL001'],
    ['p/Imp-1/', 'IMP001'],
    ['patterns/celery/ner-double-bound-self/', 'CEL001'],
  ] as const) {
    test(`${asked} leads to ${code}, and "back" does not come here again`, async ({ page, site }) => {
      await page.goto(site.url('patterns/'));
      await page.goto(site.url(`${asked}#documentation`));
      await page.waitForURL(site.url(`p/${code}/#documentation`));
      await expect(page.locator('h1')).toContainText(code);
      await page.goBack();
      await expect(page).toHaveURL(site.url('patterns/'));
    });
  }

  test('a near miss is answered with the codes it may have meant', async ({ page, site }) => {
    const response = await page.goto(site.url('p/cle001/'));
    expect(response?.status()).toBe(404);
    const answer = page.locator('not-found-help [role=status]');
    await expect(answer).toHaveText('There is no pattern CLE001. Did you mean CEL001?');
    await answer.getByRole('link', { name: 'CEL001' }).click();
    await expect(page).toHaveURL(site.url('p/CEL001/'));
  });

  test('what is no code at all is named, with the ways on', async ({ page, site }) => {
    await page.goto(site.url('nothing/here/'));
    await expect(page.locator('not-found-help [role=status]')).toHaveText(
      'There is nothing at /nothing/here/.',
    );
    await expect(page.locator('.patterns a')).toHaveCount(total);
  });
});
