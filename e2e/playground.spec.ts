/** The playground: files of the reader's own, run, kept, changed by name. Links are in playground-links.spec.ts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PYTHON } from '../scripts/setup/set-up.ts';
import { PlaygroundPage } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const MODULE = 'def double(number):\n    return number + 2\n';
const TEST = 'from mine import double\n\n\ndef test_double():\n    assert double(3) == 6\n';

test('user can write a module and a test, see it fail at its line, repair it and see it pass', async ({
  page,
  site,
}) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write('mine.py', MODULE);
  await playground.write('test_mine.py', TEST);
  await page.locator('[data-setting="target"]').selectOption('test_mine.py::test_double');
  await playground.run();
  await playground.untilVerdict('failed');
  await expect(playground.result).toContainText('1 failed');
  await expect(playground.result).toContainText('assert 5 == 6');
  await expect(playground.result.locator('.tests')).not.toContainText('test_cart');

  await playground.tab('mine.py').click();
  await page.getByRole('button', { name: 'Go to test_mine.py, line 5' }).click();
  await expect(playground.tab('test_mine.py, a test fails here')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.view-line', { hasText: 'assert double(3)' })).toContainText('← AssertionError');

  await playground.write('mine.py', MODULE.replace('+', '*'));
  await page.keyboard.press('Control+Enter');
  await playground.untilVerdict('passed');
  await expect(playground.result).toContainText('test_mine.py › test_double');
  await expect(page.locator('python-playground [data-announce]')).toHaveText('1 passed');

  // Kept in this browser, with all of it.
  await page.reload();
  await expect(page.locator('python-playground[data-ready]')).toBeVisible();
  expect(await playground.tabs()).toEqual(['test_cart.py', 'cart.py', 'mine.py', 'test_mine.py']);
  await playground.tab('mine.py').click();
  await expect.poll(() => playground.shown()).toContain('return number * 2');
});

test('the first files fail for the bug that they hold, and conftest.py, pytest.ini and arguments count', async ({
  page,
  site,
}) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.run();
  await playground.untilVerdict('failed');
  await expect(playground.result).toContainText('1 failed, 1 passed');

  await playground.write('conftest.py', 'import pytest\n\n@pytest.fixture\ndef seven():\n    return 7\n');
  await playground.write('pytest.ini', '[pytest]\npython_files = check_*.py\n');
  await playground.write(
    'check_seven.py',
    'def test_seven(seven):\n    print("said aloud")\n    assert seven == 7\n\ndef test_other():\n    assert False\n',
  );
  await page.locator('[data-options] summary').click();
  await page.getByLabel('Arguments for pytest').fill('-k "seven and not other"');
  await playground.run();
  await playground.untilVerdict('passed');
  await expect(playground.result).toContainText('1 passed');
  await page.getByText('Printed by the tests').click();
  await expect(playground.result).toContainText('said aloud');
});

test('bad arguments are said to be bad, before and by pytest', async ({ page, site }) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await page.locator('[data-options] summary').click();
  await page.getByLabel('Arguments for pytest').fill('-k "seven');
  await playground.run();
  await expect(
    page.getByRole('alert').filter({ hasText: 'opening " without its closing one' }),
  ).toBeVisible();
  await expect(playground.result).toHaveAttribute('data-run', 'idle');
  await page.getByLabel('Arguments for pytest').fill('--no-such-option');
  await playground.run();
  await playground.untilVerdict('error');
  await expect(playground.result).toContainText('pytest could not be started like this');
});

test('user can stop a loop, and the time limit ends one with its output', async ({ page, site }) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write(
    'test_cart.py',
    'def test_endless():\n    print("before")\n    while True:\n        print(end="")\n',
  );
  await playground.run();
  await expect(playground.result).toHaveAttribute('data-run', 'running', { timeout: 90_000 });
  await playground.button('Stop').click();
  await expect(playground.result).toHaveAttribute('data-run', 'stopped');
  await expect(playground.result).toContainText('You stopped this run.');
  await playground.run();
  await expect(playground.result).toHaveAttribute('data-run', 'timeout', { timeout: 90_000 });
  await expect(playground.result).toContainText('still running after 10 s');
  await expect(playground.result).toContainText('before');
});

test('bad names are refused in words, and what was typed stays', async ({ page, site }) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  const field = page.locator('[data-name-form] input');
  await playground.button('Add file').click();
  for (const [name, words] of [
    ['', 'Give the file a name'],
    ['../outside.py', 'leads out of the project'],
    ['/etc/passwd', 'is a place on a computer'],
    ['cart.py', 'There is a file cart.py already'],
    ['CART.py', 'differ only in capitals'],
    ['nul.py', 'Windows keeps it for a device'],
    ['cart.py/test_x.py', 'is a file, so no file can lie in it'],
  ] as const) {
    await playground.name(name);
    await expect(page.locator('[data-name-problem]')).toContainText(words);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(name);
    await expect(field).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  expect(await playground.tabs()).toEqual(['test_cart.py', 'cart.py']);
});

test('files are renamed and deleted, and a deleted one comes back', async ({ page, site }) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.tab('cart.py').click();
  await playground.button('Rename').click();
  await playground.name('shop/cart.py');
  await expect(playground.tab('shop/cart.py')).toBeFocused();
  await playground.button('Delete').click();
  await expect(playground.notice).toContainText('shop/cart.py is deleted.');
  expect(await playground.tabs()).toEqual(['test_cart.py']);
  await playground.button('Delete').click();
  await expect(page.getByText('There are no files.')).toBeVisible();
  await playground.run();
  await expect(playground.result).toContainText('pytest found no tests to run', { timeout: 90_000 });
  await playground.button('Undo').click();
  await expect(playground.tab('test_cart.py')).toBeFocused();
  await expect(playground.notice).not.toContainText('deleted');
  expect(await playground.shown()).toContain('def test_a_small_order_pays_shipping');
});

test('the tabs are moved through by keyboard', async ({ page, site }) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.tab('test_cart.py').focus();
  await page.keyboard.press('ArrowRight');
  await expect(playground.tab('cart.py')).toBeFocused();
  await expect(playground.tab('cart.py')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: 'cart.py', exact: true })).toBeVisible();
  // The editor of the shown file opens by itself and leaves the focus on the tab.
  await expect(page.locator('[data-file="cart.py"] .monaco-editor')).toBeVisible();
  await expect(playground.tab('cart.py')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(playground.tab('test_cart.py')).toBeFocused();
  await page.keyboard.press('End');
  await expect(playground.tab('cart.py')).toBeFocused();
  // One stop for Tab, however many tabs there are.
  await page.keyboard.press('Tab');
  await expect(playground.button('Add file')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('F2');
  await playground.name('basket.py');
  await expect(playground.tab('basket.py')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(playground.tab('test_cart.py')).toBeFocused();
  expect(await playground.tabs()).toEqual(['test_cart.py']);
});

test('a file that is too large is kept and not run', async ({ page, site }) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write('cart.py', `# ${'x'.repeat(100_001)}\n`);
  await playground.run();
  await expect(page.getByRole('alert')).toContainText(['cart.py has 101 kB; 100 kB are the most']);
  await expect(playground.result).toHaveAttribute('data-run', 'idle');
  await playground.write('cart.py', 'short = 1\n');
  await playground.write('test_cart.py', 'from cart import short\n\ndef test_it():\n    assert short\n');
  await playground.run();
  await playground.untilVerdict('passed');
});

test('where the browser refuses storage it works, and says that nothing is kept', async ({ page, site }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write('test_cart.py', 'def test_it():\n    assert True\n');
  await expect(page.locator('[data-keeping]')).toContainText('does not let the page keep your edit');
  await playground.run();
  await playground.untilVerdict('passed');
});

test('plain pytest runs the downloaded zip', async ({ page, site }) => {
  const playground = new PlaygroundPage(page, site);
  await playground.open();
  await playground.write(
    'tests/conftest.py',
    'import pytest\n\n@pytest.fixture\ndef seven():\n    return 7\n',
  );
  await playground.write(
    'tests/test_seven.py',
    'from app.services.text_chunker import TextChunker\n\ndef test_seven(seven):\n    assert seven == 7 and TextChunker().chunk("a")\n',
  );
  await page.locator('[data-options] summary').click();
  await page.getByLabel(/sample backend/).check();
  await playground.run();
  await playground.untilVerdict('failed');
  await expect(playground.result).toContainText('1 failed, 2 passed');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    playground.button('Download zip').click(),
  ]);
  expect(file.suggestedFilename()).toBe('redgreen-my-files.zip');
  const folder = mkdtempSync(join(tmpdir(), 'redgreen-zip-'));
  try {
    const path = join(folder, 'files.zip');
    await file.saveAs(path);
    execFileSync(PYTHON, ['-m', 'zipfile', '-e', path, folder]);
    const root = join(folder, 'redgreen-my-files');
    const native = pytest(root);
    expect(native).toContain('1 failed, 2 passed');
    writeFileSync(
      join(root, 'cart.py'),
      strFromU8(unzipped(path, 'redgreen-my-files/cart.py')).replace('goods >', 'goods >='),
    );
    expect(pytest(root)).toContain('3 passed');
    expect(strFromU8(unzipped(path, 'redgreen-my-files/requirements.txt'))).toMatch(/^pytest==\d/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function unzipped(path: string, name: string): Uint8Array {
  const bytes = unzipSync(readFileSync(path))[name];
  if (!bytes) throw new Error(`the zip has no ${name}`);
  return bytes;
}

/** Output of the native pytest in a folder, whatever it says of the tests. */
function pytest(root: string): string {
  try {
    return execFileSync(join(dirname(PYTHON), 'pytest'), ['-p', 'no:cacheprovider', '--color=no'], {
      cwd: root,
      encoding: 'utf8',
    });
  } catch (problem) {
    return (problem as { stdout: string }).stdout;
  }
}
