/** What a link may do in the playground, and how the page looks and reads. */
import { deflateSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { ExamplePage } from './support/example.ts';
import { playwrightEngine } from './support/playwright-engine.ts';
import { PlaygroundPage } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const THEIRS = 'def test_theirs():\n    assert "naïve" == "other"\n';

/** A link as a stranger may make it. */
function forged(payload: unknown): string {
  return `#files~e1.${deflateSync(JSON.stringify(payload)).toString('base64url')}`;
}

const LINK = forged({ c: 'playground', f: [['test_theirs.py', THEIRS]], a: ['-v'] });

test('a copied link brings the same files, arguments and backend to someone else', async ({
  browser,
  page,
  site,
}) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write('tests/test_x.py', THEIRS);
  await page.locator('[data-options] summary').click();
  await page.getByLabel('Arguments for pytest').fill('-k theirs');
  await page.getByLabel(/sample backend/).check();
  const hash = await playground.copiedHash();
  expect(hash).toMatch(/^#with-app~e1\./);

  const context = await browser.newContext();
  const other = new PlaygroundPage(await context.newPage(), site);
  await other.open(hash);
  expect(await other.tabs()).toEqual(['test_cart.py', 'cart.py', 'tests/test_x.py']);
  await other.tab('tests/test_x.py').click();
  await expect.poll(() => other.shown()).toContain('assert "naïve" == "other"');
  await expect(other.page.getByLabel('Arguments for pytest')).toHaveValue('-k theirs');
  await expect(other.page.getByLabel(/sample backend/)).toBeChecked();
  await context.close();
});

test('code from a link does not run by itself, and the reader’s own files are not lost', async ({
  page,
  site,
}) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write('test_cart.py', '# my own\n');

  await page.goto('about:blank');
  await playground.open(LINK);
  await expect(playground.banner).toContainText('they do not run by themselves');
  expect(await playground.tabs()).toEqual(['test_theirs.py']);
  // Python gets ready, and no run begins.
  await page.locator('python-playground').hover();
  const fetched = (): Promise<number> =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/runtime/')).length,
    );
  await expect.poll(fetched).toBeGreaterThan(3);
  await expect(playground.result).toHaveAttribute('data-run', 'idle');
  expect(await page.evaluate(() => performance.getEntriesByName('redgreen:run').length)).toBe(0);

  await playground.run();
  await playground.untilVerdict('failed');

  // Without a change nothing of it is kept.
  await playground.button('Back to my files').click();
  expect(new URL(page.url()).hash).toBe('');
  await expect(playground.banner).toBeHidden();
  await expect(playground.result).toHaveAttribute('data-verdict', 'none');
  expect(await playground.tabs()).toEqual(['test_cart.py', 'cart.py']);
  await expect.poll(() => playground.shown()).toContain('# my own');
  await expect(page.locator('[data-setting="set"] option')).toHaveText(['My files']);
});

test('a changed link is kept beside the reader’s own files, and found again', async ({ page, site }) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write('test_cart.py', '# my own\n');
  await page.goto('about:blank');
  await playground.open(LINK);
  await playground.write('test_theirs.py', '# changed\n');
  await expect(playground.banner).toContainText('kept now as “From a link”, beside your own');
  await expect(page.locator('[data-setting="set"] option')).toHaveText(['My files', 'From a link']);

  await page.reload();
  await expect(playground.banner).toContainText('followed this link before');
  await expect.poll(() => playground.shown()).toContain('# changed');
  await playground.button('Show the link’s own files').click();
  await expect.poll(() => playground.shown()).toContain('def test_theirs');
  await playground.button('Back to my files').click();
  await expect.poll(() => playground.shown()).toContain('# my own');

  await page.locator('[data-setting="set"]').selectOption('From a link');
  await expect.poll(() => playground.shown()).toContain('# changed');
  await playground.button('Delete set').click();
  await expect.poll(() => playground.shown()).toContain('# my own');
  await playground.button('Undo').click();
  await expect.poll(() => playground.shown()).toContain('# changed');
});

test('a link that is cut, forged or too large is refused in words, and the own files are there', async ({
  page,
  site,
}) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write('test_cart.py', '# my own\n');
  for (const [hash, words] of [
    [LINK.slice(0, -9), 'damaged'],
    ['#files~e1.', 'damaged'],
    [LINK.replace('~e1.', '~e9.'), 'a format that this page does not know'],
    [forged({ c: 'playground', f: [['../../outside.py', '']] }), '../../outside.py'],
    [forged({ c: 'playground', f: [['a.py', 'x'.repeat(150_000)]] }), 'a.py has 150 kB'],
    [forged({ c: 'playground', f: '<img src=x onerror=alert(1)>' }), 'damaged'],
    [forged({ c: '<img src=x>', f: [] }), 'belongs to a pattern’s page'],
  ] as const) {
    await page.goto('about:blank');
    await playground.open(hash);
    await expect(playground.banner).toContainText(words);
    await expect.poll(() => playground.shown()).toContain('# my own');
  }
  await playground.button('Back to my files').click();
  await expect(playground.banner).toBeHidden();
});

test('each variant of an example opens in it with the reader’s edits, and runs there', async ({
  page,
  site,
}) => {
  const example = new ExamplePage(playwrightEngine(page, 'chromium'), site, 'CEL001');
  await example.open();
  await page.locator('[data-variant="wrong"]').getByRole('link', { name: 'Open in playground' }).click();
  const playground = new PlaygroundPage(page, site);
  await expect(playground.banner).toContainText('These are the files of CEL001, wrong');
  expect(await playground.tabs()).toEqual(['test_ner.py', 'conftest.py', 'app/tasks/model_tasks.py']);
  await playground.run();
  await playground.untilVerdict('failed');
  await expect(playground.result).toContainText("got multiple values for argument 'flat'");

  await page.goBack();
  await expect(page.locator('pattern-example[data-ready]')).toBeVisible();
  await example.write('right', 'def test_mine():\n    assert True\n');
  await page.locator('[data-variant="right"]').getByRole('link', { name: 'Open in playground' }).click();
  await expect(playground.banner).toContainText('CEL001, right');
  await expect.poll(() => playground.shown()).toContain('def test_mine');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the playground in the ${theme} theme`, async ({ browser, site }) => {
    const context = await browser.newContext({ colorScheme: theme });
    const playground = new PlaygroundPage(await context.newPage(), site);
    const findings = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page: playground.page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    };
    await playground.open(LINK);
    await expect(playground.page.locator('.monaco-editor').first()).toBeVisible();
    await playground.page.locator('[data-options] summary').click();
    await playground.run();
    await playground.untilVerdict('failed');
    await playground.button('Add file').click();
    await playground.name('../x.py');
    expect(await findings()).toEqual([]);
    await context.close();
  });
}

test('on a phone nothing is wider than the window, and a text area edits', async ({ browser, site }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const playground = new PlaygroundPage(page, site);
  await playground.open(LINK);
  await playground.button('Keep these files too').tap();
  await page.locator('[data-file="test_theirs.py"] .code-file').tap();
  const area = page.getByRole('textbox', { name: 'test_theirs.py' });
  await area.fill('def test_fine():\n    assert True\n');
  await playground.button('Run tests').tap();
  await playground.untilVerdict('passed');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});

test('without JavaScript the page says what it needs and leads to the patterns', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url('playground/'));
  await expect(page.getByText('The playground needs JavaScript')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run tests' })).toBeHidden();
  await page.getByRole('link', { name: 'all the patterns' }).click();
  await expect(page).toHaveURL(/\/patterns\/$/);
  await context.close();
});
