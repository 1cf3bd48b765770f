/** What an example does with a reader's code: bugs put into the app, old edits, links, storage that is refused. */
import type { Page } from '@playwright/test';
import { ExamplePage } from './support/example.ts';
import { playwrightEngine } from './support/playwright-engine.ts';
import type { Site } from './support/site.ts';
import { expect, test } from './support/test.ts';

const HOLLOW = 'def test_mine():\n    assert True\n';

async function openExample(page: Page, site: Site, code: string, hash = ''): Promise<ExamplePage> {
  const example = new ExamplePage(playwrightEngine(page, 'chromium'), site, code);
  await example.open(hash);
  return example;
}

/** Press the button, and give the results by variant once all are there. */
async function tryMutants(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.getByRole('button', { name: 'Try it on the code above' }).click();
  await expect(page.locator('[data-mutants-words]')).toHaveText(/caught\.$|did not notice/, {
    timeout: 110_000,
  });
  const cells = await page.locator('[data-mutant-variant]').evaluateAll((all) =>
    all.map((cell) => {
      const { mutantVariant = '', result = '', source = '' } = (cell as HTMLElement).dataset;
      return { mutantVariant, result, source };
    }),
  );
  expect(cells.map(({ source }) => source)).toEqual(cells.map(() => 'live'));
  return Object.fromEntries(cells.map(({ mutantVariant, result }) => [mutantVariant, result]));
}

test('"Does this test catch bugs?" says live which test caught the bug and which did not', async ({
  page,
  site,
}) => {
  await openExample(page, site, 'IMP003');
  await page.getByText('Does this test catch bugs?').click();
  expect(await tryMutants(page)).toEqual({
    'wrong-bare': 'survived',
    right: 'caught',
    'right-monkeypatch': 'caught',
  });
  await expect(page.locator('[data-mutants-words]')).toHaveText('1 of 3 did not notice the bug.');
});

test('a test that the reader has emptied lets the bug survive', async ({ page, site }) => {
  const example = await openExample(page, site, 'CEL005');
  await example.write('right', HOLLOW);
  await page.getByText('Does this test catch bugs?').click();
  expect(await tryMutants(page)).toEqual({ right: 'survived', 'right-func': 'caught' });
});

test('an edit of code that has changed since is offered, and restored', async ({ page, site }) => {
  await page.addInitScript((text) => {
    const edits = [{ path: 'test_ner.py', base: '0123456789abcdef', text }];
    if (sessionStorage.length === 0) {
      localStorage.setItem('redgreen:edits:CEL001:wrong', JSON.stringify({ version: 1, edits }));
    }
  }, HOLLOW);
  const example = await openExample(page, site, 'CEL001');
  const wrong = page.locator('[data-variant="wrong"]');
  await expect(wrong.locator('[data-stale]')).toContainText(
    "This page's code has changed since you edited it",
  );
  expect(await example.text('wrong', '.code-file')).toContain('mock_self = Mock()');
  await wrong.getByRole('button', { name: 'Restore my edit' }).click();
  await example.until('wrong', { edited: true });
  expect(await example.text('wrong', '.code-file')).toContain('def test_mine');
  await expect(wrong.locator('[data-stale]')).toBeHidden();
  await page.reload();
  await example.until('wrong', { edited: true });
  expect(await example.text('wrong', '.code-file')).toContain('def test_mine');
});

test('where storage is refused an edit runs, and the page says that it is not kept', async ({
  page,
  site,
}) => {
  const problems: string[] = [];
  page.on('pageerror', (problem) => problems.push(problem.message));
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  const example = await openExample(page, site, 'CEL001');
  await example.write('wrong', HOLLOW);
  await expect(page.locator('pattern-example [data-keeping]')).toContainText(
    'it is lost when you leave or reload',
  );
  await example.press('wrong', 'run');
  expect(await example.until('wrong', { source: 'live', run: 'idle' })).toMatchObject({ verdict: 'passed' });
  // Starlight's own theme script does not survive it; nothing of ours may break.
  expect(problems.filter((one) => !/denied|StarlightThemeProvider/.test(one))).toEqual([]);
});

test('edited code goes with a copied link, under a banner, and does not run by itself', async ({
  page,
  browser,
  site,
}) => {
  const example = await openExample(page, site, 'CEL001');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await example.write('wrong', HOLLOW);
  const wrong = page.locator('[data-variant="wrong"]');
  await wrong.getByRole('button', { name: 'Copy link' }).click();
  await expect(wrong.getByText('Copied', { exact: true })).toBeVisible();
  const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(hash).toMatch(/^#wrong~e1\./);

  const context = await browser.newContext();
  const other = await context.newPage();
  const shared = await openExample(other, site, 'CEL001', hash);
  await expect(other.locator('[data-variant="wrong"] [data-from-link]')).toContainText(
    'it does not run by itself',
  );
  expect(await shared.text('wrong', '.code-file')).toContain('def test_mine');
  expect(await shared.status('wrong')).toMatchObject({ run: 'idle', source: 'recorded', claim: 'unknown' });
  expect(await other.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(
    'test_mine',
  );
  await other.getByRole('button', { name: 'Show the code of this page' }).click();
  expect(await shared.text('wrong', '.code-file')).toContain('mock_self = Mock()');
  await context.close();
});
