/** A reader without JavaScript sees code, recorded verdict and the difference. */
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

test('a pattern page is whole without JavaScript', async ({ page, site }) => {
  await page.goto(site.url('p/CEL001/'));
  const wrong = page.locator('[data-variant="wrong"]');
  await expect(wrong).toHaveAttribute('data-verdict', 'failed');
  await expect(wrong).toHaveAttribute('data-claim', 'match');
  await expect(wrong.locator('.code-file').first()).toContainText('mock_self = Mock()');
  await expect(wrong.locator('.error')).toContainText("got multiple values for argument 'flat'");
  await expect(wrong).toContainText(/Recorded with Python 3\.14/);
  await expect(page.locator('[data-variant="right"]')).toHaveAttribute('data-verdict', 'passed');
  await expect(page.getByRole('button', { name: 'Run both' })).toBeHidden();
  await page.locator('.difference summary').click();
  await expect(page.locator('.difference')).toContainText('ner_extract_task.run(TEXT, flat=True)');
});

const kinds = [
  ['the landing page', '', 'got multiple values for argument'],
  ['the first page of the path', 'start/', 'Celery'],
  ['the table', 'patterns/', 'does not have the attribute'],
  ['a topic', 'patterns/celery/', 'I want to test'],
  ['the causes', 'patterns/what-really-failed/', '93'],
  [
    'a pattern whose example is its configuration',
    'p/CFG001/',
    'section in setup.cfg files is no longer supported',
  ],
  ['the roadmap', 'roadmap/', 'coverage'],
  ['the plan', 'roadmap/plan/', 'Phase 2A'],
  ['the runs', 'roadmap/runs/', 'run'],
  ['the page for no address', 'no/such/page/', 'CEL001'],
] as const;

for (const [kind, path, words] of kinds) {
  test(`${kind} is whole without JavaScript, and nothing on it is dead`, async ({ page, site }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.url(path));
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('main')).toContainText(words);
      // What works without a script: a form that is sent, a part that the browser folds, a menu that it opens.
      const dead = page.locator(
        'button:not(form[action] button, [popovertarget]):visible, :is(input, select, textarea):not(form[action] *):visible',
      );
      await expect(dead).toHaveCount(0);
    }
  });
}

test('without JavaScript the menu of a phone opens, and leads on', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(site.url('p/CEL001/'));
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'What really failed' }).click();
  await expect(page.locator('h1')).toHaveText('What really failed');
});
