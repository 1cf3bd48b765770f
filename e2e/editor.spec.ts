/** The editor that takes the place of the highlighted code. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { linesOf } from './support/code-look.ts';
import type { Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** The test file of the wrong variant, and where its code stands. */
async function openPage(page: Page, site: Site): Promise<Locator> {
  await page.goto(site.url('p/CEL001/'));
  await expect(page.locator('pattern-example[data-ready]')).toBeVisible();
  return page.locator('[data-variant="wrong"] [data-file="test_ner.py"] [data-place]');
}

/** Click on a line of the highlighted code, some CSS pixels from its start. */
async function clickLine(place: Locator, text: string, x: number): Promise<void> {
  await place
    .locator('.line', { hasText: text })
    .first()
    .click({ position: { x, y: 8 } });
}

/** The lines of Monaco's own text, without what only stands beside them. */
async function textOf(place: Locator): Promise<string[]> {
  return (await linesOf(place)).map((line) => line.text);
}

test('nothing of the editor is fetched before a reader wants to edit, and then all from this site', async ({
  page,
  site,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const place = await openPage(page, site);
  await page.waitForLoadState('networkidle');
  const ofMonaco = (url: string): boolean => /monaco|codicon|editor\.worker/.test(url);
  expect(fetched.filter(ofMonaco)).toEqual([]);
  await expect(page.locator('link[href*=monaco]')).toHaveCount(0);

  await clickLine(place, 'mock_self = Mock()', 60);
  await expect(place.locator('.monaco-editor')).toBeVisible();
  const late = fetched.filter(ofMonaco);
  expect(late).toHaveLength(1);
  expect(late[0]).toContain(site.origin);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`opening it moves nothing and repaints nothing, ${scheme}`, async ({ browser, site }) => {
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const place = await openPage(page, site);
    const before = await linesOf(place);
    const heightBefore = (await place.locator('.code-file').boundingBox())?.height;

    await clickLine(place, 'mock_self = Mock()', 60);
    await expect(place.locator('.monaco-editor.focused')).toBeVisible();

    expect((await place.locator('.code-editor').boundingBox())?.height).toBe(heightBefore);
    await expect
      .poll(async () => (await linesOf(place)).map((line) => line.style))
      .toEqual(before.map((line) => line.style));
    const after = await linesOf(place);
    for (const [index, line] of before.entries()) {
      expect(after[index]?.text).toBe(line.text);
      for (const edge of ['left', 'top', 'right'] as const) {
        expect(Math.abs((after[index]?.[edge] ?? 0) - line[edge]), `${edge} of ${line.text}`).toBeLessThan(
          0.5,
        );
      }
    }
    await context.close();
  });
}

test('the caret stands where the click was, and the box grows with its lines', async ({ page, site }) => {
  const place = await openPage(page, site);
  // After "    mock": eight characters of 0.63 em at 13 px.
  await clickLine(place, 'mock_self = Mock()', 66);
  await expect(place.locator('.monaco-editor.focused')).toBeVisible();
  const box = place.locator('.code-editor');
  const height = (await box.boundingBox())?.height ?? 0;

  await page.keyboard.type('_X');
  await expect.poll(() => textOf(place)).toContain('    mock_X_self = Mock()');

  await page.keyboard.press('End');
  for (const line of ['', 'if TEXT:', 'pass', 'mine = (1, 2']) {
    await page.keyboard.press('Enter', { delay: 50 });
    // As fast as people type: Monaco decides about brackets only once it has looked at the line.
    await page.keyboard.type(line, { delay: 50 });
  }
  // Python's indentation is kept, opened after a colon and closed after pass; the bracket is closed.
  await expect
    .poll(() => textOf(place))
    .toEqual(expect.arrayContaining(['    if TEXT:', '        pass', '    mine = (1, 2)']));
  await expect.poll(async () => (await box.boundingBox())?.height ?? 0).toBeCloseTo(height + 4 * 21, 0);
});

test('Tab leaves the editor, Ctrl+M makes it indent, Escape closes it and keeps the edit', async ({
  page,
  site,
}) => {
  const place = await openPage(page, site);
  const code = place.locator('.code-file');
  await code.focus();
  await page.keyboard.press('Enter');
  const editor = place.getByRole('textbox', { name: /test_ner\.py/ });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveAccessibleDescription(/Tab leaves the editor; Ctrl\+M makes it indent/);

  await page.keyboard.press('Tab');
  await expect(place.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(editor).toBeFocused();

  await page.keyboard.press('Control+m');
  await expect(place.getByText('Tab indents; Ctrl+M makes it leave the editor again.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(editor).toBeFocused();
  await expect.poll(async () => (await textOf(place))[0]).toBe('    from unittest.mock import Mock');
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  await expect(place.locator('.monaco-editor')).toHaveCount(0);
  await expect(code).toBeFocused();
  await expect(code).toContainText('    from unittest.mock import Mock');
});

test('Done closes it, and a second editor on the page works on its own', async ({ page, site }) => {
  const place = await openPage(page, site);
  const other = page.locator('[data-variant="right"] [data-file="test_ner.py"] [data-place]');
  await clickLine(place, 'mock_self = Mock()', 60);
  await expect(place.locator('.monaco-editor.focused')).toBeVisible();
  await other
    .locator('.line')
    .first()
    .click({ position: { x: 2, y: 8 } });
  await expect(other.locator('.monaco-editor.focused')).toBeVisible();
  await page.keyboard.type('# right ');
  await place.getByRole('button', { name: 'Done' }).click();
  await expect(place.locator('.monaco-editor')).toHaveCount(0);
  await expect.poll(async () => (await textOf(other))[0]).toMatch(/^# right /);
  expect((await textOf(place)).join('\n')).not.toContain('# right');
});

test('it follows the theme while it is open', async ({ page, site }) => {
  const place = await openPage(page, site);
  await clickLine(place, 'mock_self = Mock()', 60);
  const ground = async (): Promise<string> =>
    await place.locator('.monaco-editor').evaluate((element) => getComputedStyle(element).backgroundColor);
  for (const [theme, colour] of [
    ['dark', 'rgb(23, 29, 31)'],
    ['light', 'rgb(255, 255, 255)'],
  ] as const) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await expect.poll(ground).toBe(colour);
  }
});

test('the failing line keeps its mark, in words', async ({ page, site }) => {
  const place = await openPage(page, site);
  await expect(place.locator('.line.is-failing')).toContainText('ner_extract_task(mock_self');
  await clickLine(place, 'mock_self = Mock()', 60);
  await expect(place.locator('.code-editor-marked-line').first()).toBeVisible();
  const line = place.locator('.view-line', { hasText: 'ner_extract_task(mock_self' });
  await expect(line).toContainText('← TypeError');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in an open editor in the ${theme} theme`, async ({ browser, site }) => {
    const context = await browser.newContext({ colorScheme: theme });
    const page = await context.newPage();
    const place = await openPage(page, site);
    await clickLine(place, 'mock_self = Mock()', 60);
    await expect(place.locator('.monaco-editor.focused')).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .include('[data-variant="wrong"] [data-place]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
      [],
    );
    await context.close();
  });
}

test('on a touch screen it is a plain text area that neither zooms nor corrects', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const place = await openPage(page, site);
  await place
    .locator('.line', { hasText: 'mock_self = Mock()' })
    .first()
    .tap({ position: { x: 60, y: 8 } });
  const area = place.getByRole('textbox', { name: /test_ner\.py/ });
  await expect(area).toBeFocused();
  expect(await area.evaluate((one) => [one.tagName, getComputedStyle(one).fontSize])).toEqual([
    'TEXTAREA',
    '16px',
  ]);
  for (const [name, value] of [
    ['spellcheck', 'false'],
    ['autocapitalize', 'off'],
    ['autocorrect', 'off'],
  ] as const) {
    await expect(area).toHaveAttribute(name, value);
  }
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('mine = 1');
  await expect(area).toHaveValue(/\n {4}mock_self = Mock\(\)\n {4}mine = 1\n/);
  // All lines show: only the page scrolls.
  expect(await area.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);

  await place.getByRole('button', { name: 'Done' }).tap();
  await expect(place.locator('.code-file')).toContainText('mine = 1');
  expect(fetched.filter((url) => url.includes('monaco'))).toEqual([]);
  await context.close();
});

test('without a network a text area opens in its place', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const place = await openPage(page, site);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await clickLine(place, 'mock_self = Mock()', 66);
  const area = place.locator('textarea.code-editor-area');
  await expect(area).toBeFocused();
  await page.keyboard.type('_X');
  await expect(area).toHaveValue(/mock_X_self = Mock\(\)/);
  await expect(place.getByText('The full editor could not be loaded')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(place.locator('.code-file')).toContainText('mock_X_self');
  await context.close();
});
