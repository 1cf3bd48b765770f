/** Nothing gets out of the sandbox, and the page believes nothing it says. */
import { readFileSync } from 'node:fs';
import { countingServer, type CountingServer } from './sandbox/counting-server.ts';
import { FRAME_ATTACKS, FRAME_READS } from './sandbox/frame-attacks.ts';
import type { Engine } from './support/engine.ts';
import { ExamplePage } from './support/example.ts';
import type { Site } from './support/site.ts';
import { EVERY_ENGINE, expect, test } from './support/test.ts';

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

async function openExample(engine: Engine, site: Site): Promise<ExamplePage> {
  const example = new ExamplePage(engine, site, 'CEL001');
  await example.open();
  return example;
}

/** A page whose sandbox's frame is there: something has run. */
async function openFrame(engine: Engine, site: Site): Promise<void> {
  const example = await openExample(engine, site);
  await example.press('right', 'run');
  await example.until('right', { source: 'live', run: 'idle' });
}

/** Long enough for a request that is on its way to arrive, in milliseconds. */
const ARRIVAL = 1_500;

async function arrival(milliseconds = ARRIVAL): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

test(
  'the counting server does count: the page itself can reach it',
  EVERY_ENGINE,
  async ({ engine, site }) => {
    await engine.goto(site.url(''));
    await engine.evaluate(
      `fetch('${server.origin}/control', { mode: 'no-cors' }).then(() => 'sent', String)`,
    );
    expect(server.hits).toEqual(['/control']);
  },
);

test('Python inside reaches nothing, by any of forty ways', EVERY_ENGINE, async ({ engine, site }) => {
  const attacks = readFileSync('e2e/sandbox/attacks.py', 'utf8').replace(
    'http://counting-server.invalid',
    server.origin,
  );
  const example = await openExample(engine, site);
  await example.setTimeLimit(60);
  await example.write('right', attacks);
  await example.press('right', 'run');
  await example.until('right', { source: 'live', run: 'idle' });
  const outcomes = (await engine.evaluate(
    `[...document.querySelectorAll('[data-variant="right"] .test')].map(
      (one) => (one.getAttribute('data-outcome') ?? '') + ' ' + one.textContent)`,
  )) as string[];
  expect(outcomes.length).toBeGreaterThanOrEqual(38);
  expect(outcomes.filter((outcome) => !outcome.startsWith('passed'))).toEqual([]);
  await arrival();
  expect(server.hits).toEqual([]);
});

test(
  'script at the frame’s own level reaches nothing, by any of twenty-four ways',
  EVERY_ENGINE,
  async ({ engine, site }) => {
    await openFrame(engine, site);
    for (const [name, attack] of Object.entries(FRAME_ATTACKS)) {
      await test.step(name, async () => {
        // An attack may well throw; one that is no script would prove nothing.
        const answer = await engine
          .evaluateInFrame(`(${String(attack)})(${JSON.stringify(server.origin)})`)
          .catch(String);
        expect(String(answer), name).not.toContain('SyntaxError');
        await arrival(ARRIVAL / 5);
        expect(server.hits, name).toEqual([]);
        expect(await engine.evaluate('location.href'), name).toContain(site.origin);
        // Still the sandbox, and script runs in it: the next attack is one too.
        expect(await engine.evaluateInFrame('location.href'), name).toBe('about:srcdoc');
      });
    }
    await arrival();
    expect(server.hits).toEqual([]);
  },
);

test('navigating the frame away reaches nothing either', EVERY_ENGINE, async ({ engine, site }) => {
  await openFrame(engine, site);
  await engine
    .evaluateInFrame(`location.href = ${JSON.stringify(`${server.origin}/frame-location`)}`)
    .catch(() => undefined);
  await arrival();
  expect(server.hits).toEqual([]);
});

test('script at the frame’s level reads nothing of the site', EVERY_ENGINE, async ({ engine, site }) => {
  await openFrame(engine, site);
  // There is something to read: the page itself sees it.
  expect(await engine.evaluate(`document.cookie = 'planted=1', document.cookie`)).toContain('planted');
  for (const [name, read] of Object.entries(FRAME_READS)) {
    const answer = await engine.evaluateInFrame(
      `Promise.resolve().then(${String(read)}).then((value) => 'got ' + JSON.stringify(value), () => 'refused')`,
    );
    // WebKit gives an opaque origin an empty cookie instead of an error.
    expect(name === 'cookies' && answer === 'got ""' ? 'refused' : answer, name).toBe('refused');
  }
});

test('messages from elsewhere than the frame are not heard', EVERY_ENGINE, async ({ engine, site }) => {
  const example = await openExample(engine, site);
  await example.press('right', 'run');
  await engine.evaluate(`(() => {
    const test = { kind: 'test', id: 'x::forged', outcome: 'failed', seconds: 0, failures: [], reason: '' };
    for (let worker = 0; worker < 5; worker += 1) {
      postMessage({ kind: 'event', worker, run: 0, json: JSON.stringify(test) });
      postMessage({ kind: 'crashed', worker, detail: 'forged' });
    }
  })()`);
  expect(await example.until('right', { source: 'live', run: 'idle' })).toMatchObject({
    verdict: 'passed',
    claim: 'match',
  });
});

test('a result that forges markup is shown as text', EVERY_ENGINE, async ({ engine, site }) => {
  const example = await openExample(engine, site);
  await example.write(
    'right',
    'def test_markup():\n    raise AssertionError("<img src=x onerror=\\"document.title=\'owned\'\\">")\n',
  );
  await example.press('right', 'run');
  await example.until('right', { source: 'live', run: 'idle' });
  expect(await example.text('right', '.error')).toContain('<img src=x');
  expect(await engine.evaluate('document.title')).not.toBe('owned');
  expect(await engine.evaluate(`document.querySelectorAll('[data-variant="right"] img').length`)).toBe(0);
});
