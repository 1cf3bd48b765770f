/** When the runner itself breaks: words for the reader, the recorded verdict in its place, nothing lost. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import manifest from '../src/generated/runtime.json' with { type: 'json' };
import type { Engine } from './support/engine.ts';
import { ExamplePage } from './support/example.ts';
import { playwrightEngine } from './support/playwright-engine.ts';
import { openSite, type Site } from './support/site.ts';
import { EVERY_ENGINE, expect, test } from './support/test.ts';

/** Each of these tests breaks its own copy of the site. */
let broken: Site;
test.beforeEach(async () => {
  broken = await openSite();
});
test.afterEach(async () => {
  await broken.close();
});

function asset(name: string): string {
  const folder = join(broken.dist, 'runtime');
  const file = readdirSync(folder).find((one) => one.startsWith(`${name}.`));
  if (!file) throw new Error(`the site has no ${name}`);
  return join(folder, file);
}

/** A snapshot that is whole, as the manifest names it, and of no use. */
function replaceSnapshot(bytes: Buffer): void {
  writeFileSync(asset('snapshot'), gzipSync(bytes));
  const { length, sha256 } = manifest.assets.snapshot;
  const scripts = join(broken.dist, '_astro');
  for (const file of readdirSync(scripts).filter((name) => name.endsWith('.js'))) {
    const script = readFileSync(join(scripts, file), 'utf8');
    if (!script.includes(sha256)) continue;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const replaced = script.replace(sha256, hash).replace(String(length), String(bytes.length));
    writeFileSync(join(scripts, file), replaced);
  }
}

/** Script that the page runs before its own. */
function runFirst(script: string): void {
  const path = join(broken.dist, 'p/CEL001/index.html');
  writeFileSync(path, readFileSync(path, 'utf8').replace('<head>', `<head><script>${script}</script>`));
}

async function edited(engine: Engine): Promise<ExamplePage> {
  const example = new ExamplePage(engine, broken, 'CEL001');
  await example.open();
  await example.write('wrong', 'def test_mine():\n    assert True\n');
  return example;
}

async function expectFault(example: ExamplePage, kind: string): Promise<void> {
  await example.until('wrong', { run: 'fault', source: 'recorded' });
  expect(await example.text('wrong', `[data-fault="${kind}"]`)).toContain('Below is the recorded verdict.');
  // What the reader typed is still there.
  expect(await example.status('wrong')).toMatchObject({ edited: true });
}

test('an asset that is missing', EVERY_ENGINE, async ({ engine }) => {
  const path = asset('packages');
  renameSync(path, `${path}.gone`);
  const example = await edited(engine);
  await example.press('wrong', 'run');
  await expectFault(example, 'asset-missing');

  renameSync(`${path}.gone`, path);
  await engine.click('[data-variant="wrong"] [data-fault] button');
  expect(await example.until('wrong', { source: 'live', run: 'idle' })).toMatchObject({ verdict: 'passed' });
});

test('an asset that is not the one the page was built with', EVERY_ENGINE, async ({ engine }) => {
  writeFileSync(asset('worker'), gzipSync('postMessage({ kind: "ready" })'));
  const example = await edited(engine);
  await example.press('wrong', 'run');
  await expectFault(example, 'asset-changed');
});

test('an asset that breaks off in the middle', EVERY_ENGINE, async ({ engine }) => {
  const path = asset('standardLibrary');
  writeFileSync(path, readFileSync(path).subarray(0, 100_000));
  const example = await edited(engine);
  await example.press('wrong', 'run');
  await expectFault(example, 'asset-changed');
});

// In Chromium alone: WebDriver cannot cut the connection.
test('no connection before the first load', async ({ page, context }) => {
  await page.route('**/runtime/**', (route) => route.abort('internetdisconnected'));
  const example = await edited(playwrightEngine(page, 'chromium'));
  await context.setOffline(true);
  await example.press('wrong', 'run');
  await expectFault(example, 'offline');
});

test('a browser that is too old', EVERY_ENGINE, async ({ engine }) => {
  runFirst('delete globalThis.DecompressionStream');
  const example = await edited(engine);
  await example.press('wrong', 'run');
  await expectFault(example, 'unsupported');
});

test(
  'a snapshot that does not restore: ordinary boot, the same verdicts',
  EVERY_ENGINE,
  async ({ engine }) => {
    replaceSnapshot(Buffer.alloc(1000));
    const example = new ExamplePage(engine, broken, 'CEL001');
    await example.open();
    // An ordinary boot leaves more for the first run to import, and this machine may be busy.
    await example.setTimeLimit(60);
    await example.runBoth();
    expect(await example.until('wrong', { source: 'live', run: 'idle' }, 100_000)).toMatchObject({
      claim: 'match',
      verdict: 'failed',
    });
    expect(await example.until('right', { source: 'live', run: 'idle' }, 100_000)).toMatchObject({
      claim: 'match',
      verdict: 'passed',
    });
    // It was the ordinary boot, and nobody else's boot took the core while the two runs waited for theirs.
    const boots = await engine.evaluate(`(() => {
      const times = (mark) => performance.getEntriesByName(mark).map(({ startTime }) => startTime);
      const end = Math.max(...times('redgreen:verdict'));
      return times('redgreen:restore-failed').filter((time) => time < end).length;
    })()`);
    expect(boots).toBe(2);
  },
);
