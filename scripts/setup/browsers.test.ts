import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BrowserEntry, BrowserName } from './browser-table.ts';
import { BROWSERS } from './browser-table.ts';
import { ensureBrowsers, readBrowsers } from './browsers.ts';
import { type Installer, installers } from './install-browser.ts';
import { emptyFolder, program } from './testing/folder.ts';

const ANSWERS = 'echo "Chromium 156.0"';

test('a browser on PATH is found and written down', async () => {
  const { table, env, record, folder } = machine();
  const path = program(folder, 'some-browser', ANSWERS);
  await ensureBrowsers(['chromium'], { table, env, record, ways: none });
  expect(readBrowsers(record)).toEqual({ chromium: { browser: path } });
  expect(JSON.parse(readFileSync(record, 'utf8'))).toEqual({ chromium: { browser: path } });
});

test('a file that is no browser is passed over: Ubuntu has such a one', async () => {
  const { table, env, record, folder } = machine(['snap-hint', 'some-browser']);
  program(folder, 'snap-hint', 'echo "Please run: snap install chromium"; exit 10');
  const path = program(folder, 'some-browser', ANSWERS);
  expect(await ensureBrowsers(['chromium'], { table, env, record, ways: none })).toEqual({
    chromium: { browser: path },
  });
});

test('the person has the first word', async () => {
  const { table, env, record, folder } = machine();
  program(folder, 'some-browser', ANSWERS);
  await ensureBrowsers(['chromium'], { table, env, record, ways: none });
  const mine = program(folder, 'mine', ANSWERS);
  const found = await ensureBrowsers(['chromium'], {
    table,
    env: { ...env, CHROME: mine },
    record,
    ways: none,
  });
  expect(found).toEqual({ chromium: { browser: mine } });
});

test('a wrong word of the person is told, not passed over', async () => {
  const { table, env, record } = machine();
  const wrong = ensureBrowsers(['chromium'], {
    table,
    env: { ...env, CHROME: '/no/such' },
    record,
    ways: none,
  });
  await expect(wrong).rejects.toThrow(/^CHROME says that Chromium is at \/no\/such/);
});

test('a missing browser is installed where that can be done, and only once', async () => {
  const { table, env, record, folder } = machine();
  let installed = 0;
  const way = installer(true, () => {
    installed += 1;
    program(folder, 'some-browser', ANSWERS);
  });
  const ways = (): Promise<Installer[]> => Promise.resolve([installer(false), way]);
  await ensureBrowsers(['chromium'], { table, env, record, ways });
  await ensureBrowsers(['chromium'], { table, env, record, ways });
  expect(installed).toBe(1);
  rmSync(join(folder, 'some-browser'));
  await ensureBrowsers(['chromium'], { table, env, record, ways });
  expect(installed).toBe(2);
});

test('where it cannot be installed, the command to type is told', async () => {
  const { table, env, record } = machine();
  const ways = (): Promise<Installer[]> => Promise.resolve([installer(false)]);
  await expect(ensureBrowsers(['chromium'], { table, env, record, ways })).rejects.toThrow(
    /^Chromium was not found .* type "sudo get-browser", or set CHROME to its program/,
  );
});

test('a browser that may be missing costs a sentence, and its tests are skipped', async () => {
  const { table, env, record } = machine();
  const said: string[] = [];
  const options = { table, env, record, ways: none, tell: (sentence: string) => said.push(sentence) };
  const gone = { firefox: { browser: '/no/longer/there' } };
  writeFileSync(record, JSON.stringify(gone));
  expect(await ensureBrowsers(['firefox'], { ...options, strict: false })).toEqual({});
  expect(readBrowsers(record)).toEqual({});
  expect(said).toEqual([
    expect.stringMatching(
      /^Firefox ESR was not found .* type "sudo get-browser".* Until then its tests are skipped\.$/,
    ),
  ]);
});

test('where CI installs the browsers itself, none may be missing', async () => {
  const { table, env, record } = machine();
  await expect(ensureBrowsers(['firefox'], { table, env, record, ways: none, strict: true })).rejects.toThrow(
    /^Firefox ESR was not found/,
  );
});

test('a wrong word of the person about a browser that may be missing is told all the same', async () => {
  const { table, env, record } = machine();
  await expect(
    ensureBrowsers(['firefox'], {
      table,
      env: { ...env, FIREFOX: '/no/such' },
      record,
      ways: none,
      strict: false,
    }),
  ).rejects.toThrow(/^FIREFOX says that Firefox ESR is at \/no\/such/);
});

test('a browser of several parts counts only when all are there', async () => {
  const folder = emptyFolder();
  const entry = {
    ...BROWSERS.webkit,
    parts: { browser: [program(folder, 'MiniBrowser', 'echo 2.50')], driver: ['drv'] },
  };
  const table = { ...BROWSERS, webkit: entry };
  const record = join(folder, 'browsers.json');
  const env = { PATH: folder };
  await expect(ensureBrowsers(['webkit'], { table, env, record, ways: none, strict: true })).rejects.toThrow(
    /WebKitGTK was not found/,
  );
  const driver = program(folder, 'drv', '');
  expect(await ensureBrowsers(['webkit'], { table, env, record, ways: none })).toEqual({
    webkit: { browser: join(folder, 'MiniBrowser'), driver },
  });
});

test('for each browser of the table there is something to type', async () => {
  for (const entry of Object.values(BROWSERS)) {
    const ways = await installers(entry);
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(way.command).toMatch(/install/);
  }
});

function machine(names: readonly string[] = ['some-browser']): {
  folder: string;
  record: string;
  env: NodeJS.ProcessEnv;
  table: Readonly<Record<BrowserName, BrowserEntry>>;
} {
  const folder = emptyFolder();
  const chromium = { ...BROWSERS.chromium, variables: ['CHROME'], parts: { browser: names } };
  return {
    folder,
    record: join(folder, 'browsers.json'),
    env: { PATH: folder },
    // The table's own places may hold a browser on this machine; the test's may not.
    table: {
      ...BROWSERS,
      chromium,
      firefox: { ...BROWSERS.firefox, variables: ['FIREFOX'], parts: { browser: ['some-firefox'] } },
    },
  };
}

function none(): Promise<Installer[]> {
  return Promise.resolve([installer(false)]);
}

function installer(possible: boolean, work: () => void = () => undefined): Installer {
  return {
    command: 'sudo get-browser',
    possible,
    places: [],
    install: () => {
      work();
      return Promise.resolve({ kind: 'done', output: '', stdout: '' });
    },
  };
}
