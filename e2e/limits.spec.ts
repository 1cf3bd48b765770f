/** Code that takes the interpreter down, or tries to: an honest state each time, and a clean next run. */
import { ExamplePage } from './support/example.ts';
import { EVERY_ENGINE, expect, test } from './support/test.ts';

interface Case {
  readonly what: string;
  readonly code: string;
  /** States that are honest for it. */
  readonly run: readonly string[];
  readonly verdict: readonly string[];
  /** Python alone decides, whatever the engine: Chromium is enough. */
  readonly pythonDecides?: true;
  /** A text that must be there. */
  readonly says?: string;
}

const CASES: readonly Case[] = [
  {
    // More than a 32-bit index can count: Python refuses before it asks for memory.
    what: 'a bytearray of ten gigabytes',
    pythonDecides: true,
    code: 'bytearray(10**10)',
    run: ['idle'],
    verdict: ['failed'],
    says: 'OverflowError',
  },
  {
    what: 'a bytearray over the limit of memory',
    code: 'bytearray(10**9)',
    run: ['idle'],
    verdict: ['failed'],
    says: 'MemoryError',
  },
  {
    what: 'a list that grows for ever',
    code: '[bytearray(10**6) for _ in iter(int, 1)]',
    run: ['idle', 'fault'],
    verdict: ['failed'],
  },
  {
    what: 'infinite recursion',
    code: '(lambda f: f(f))(lambda f: f(f))',
    run: ['idle'],
    verdict: ['failed'],
    says: 'RecursionError',
  },
  {
    what: 'infinite recursion through C',
    code: 'Again = type("Again", (), {"__repr__": lambda self: repr(Again())}); repr(Again())',
    run: ['idle'],
    verdict: ['failed'],
    says: 'RecursionError',
  },
  {
    what: 'a long chain of objects that is let go',
    code: 'from functools import reduce; reduce(lambda chain, _: [{"next": chain}], range(100_000), None)',
    run: ['idle'],
    verdict: ['passed'],
  },
  {
    what: 'sys.exit',
    pythonDecides: true,
    code: '__import__("sys").exit(0)',
    run: ['idle'],
    verdict: ['failed', 'error'],
  },
  {
    what: 'os._exit',
    code: '__import__("os")._exit(0)',
    run: ['fault', 'idle'],
    verdict: ['failed', 'error', 'none'],
  },
  {
    what: 'os.abort',
    code: '__import__("os").abort()',
    run: ['fault', 'idle'],
    verdict: ['failed', 'error', 'none'],
  },
  {
    what: 'builtins that are gone',
    code: '__import__("builtins").__dict__.clear()',
    run: ['fault', 'idle'],
    verdict: ['failed', 'error', 'none'],
  },
  {
    what: 'a sys.stdout of its own',
    pythonDecides: true,
    code: 'setattr(__import__("sys"), "stdout", None)',
    run: ['idle'],
    verdict: ['passed'],
  },
  {
    what: 'a forged end',
    code: '__import__("js").postMessage(__import__("pyodide").ffi.to_js({"kind": "end", "run": 0}, dict_converter=__import__("js").Object.fromEntries))',
    run: ['idle'],
    verdict: ['none', 'passed'],
  },
];

for (const { what, code, run, verdict, says, pythonDecides } of CASES) {
  test(`${what} ends in an honest state`, pythonDecides ? {} : EVERY_ENGINE, async ({ engine, site }) => {
    const example = new ExamplePage(engine, site, 'CEL001');
    await example.open();
    await example.write('wrong', `def test_limit():\n    ${code}\n`);
    await example.press('wrong', 'run');
    await expect
      .poll(async () => (await example.status('wrong')).run, { timeout: 60_000 })
      .toMatch(/running|idle|fault/);
    await expect
      .poll(async () => (await example.status('wrong')).run, { timeout: 60_000 })
      .not.toMatch(/queued|running/);
    const status = await example.status('wrong');
    expect(run).toContain(status.run);
    if (status.run === 'idle') expect(verdict).toContain(status.verdict);
    if (says) expect(await example.text('wrong', '.verdict')).toContain(says);

    await example.press('right', 'run');
    expect(await example.until('right', { source: 'live', run: 'idle' })).toMatchObject({
      verdict: 'passed',
      claim: 'match',
    });
  });
}

test(
  'a hundred megabytes of output neither freeze the page nor lose the verdict',
  EVERY_ENGINE,
  async ({ engine, site }) => {
    const example = new ExamplePage(engine, site, 'CEL001');
    await example.open();
    await example.write(
      'wrong',
      'def test_flood():\n    for number in range(1_000_000):\n        print(number, "x" * 93)\n',
    );
    await example.setTimeLimit(60);
    await example.press('wrong', 'run');
    expect(await example.until('wrong', { source: 'live', run: 'idle' }, 90_000)).toMatchObject({
      verdict: 'passed',
    });
    const shown = await example.text('wrong', '.verdict');
    expect(shown).toContain('left out');
    expect(shown).toContain('999999 ');
    expect(shown.length).toBeLessThan(400_000);
  },
);

test('a thousand tests are counted whole and listed in part', EVERY_ENGINE, async ({ engine, site }) => {
  const example = new ExamplePage(engine, site, 'CEL001');
  await example.open();
  await example.write(
    'wrong',
    'import pytest\n\n@pytest.mark.parametrize("number", range(1000))\ndef test_many(number):\n    assert number\n',
  );
  await example.setTimeLimit(60);
  await example.press('wrong', 'run');
  await example.until('wrong', { source: 'live', run: 'idle' }, 90_000);
  expect(await example.text('wrong', '.verdict-word')).toBe('1 failed, 999 passed');
  expect(await engine.evaluate(`document.querySelectorAll('[data-variant="wrong"] .test').length`)).toBe(200);
});
