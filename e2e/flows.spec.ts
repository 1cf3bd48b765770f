/** What a reader does on a pattern page. Written against the engine interface: every browser runs it. */
import { EVERY_ENGINE, expect, test } from './support/test.ts';
import { ExamplePage } from './support/example.ts';
import { until } from './support/engine.ts';

const CLAIMED = "TypeError: ner_extract_task() got multiple values for argument 'flat'";

test(
  'user can run both and see one fail with the claimed error and one pass',
  EVERY_ENGINE,
  async ({ engine, site }) => {
    const example = new ExamplePage(engine, site, 'CEL001');
    await example.open();
    expect(await example.status('wrong')).toMatchObject({
      run: 'idle',
      verdict: 'failed',
      source: 'recorded',
    });

    await example.runBoth();

    const wrong = await example.until('wrong', { source: 'live', run: 'idle' });
    const right = await example.until('right', { source: 'live', run: 'idle' });
    expect(wrong).toMatchObject({ verdict: 'failed', claim: 'match', edited: false });
    expect(right).toMatchObject({ verdict: 'passed', claim: 'match', edited: false });
    expect(await example.text('wrong', '.error')).toBe(CLAIMED);
    expect(await example.text('wrong', '.line.is-failing')).toContain('ner_extract_task(mock_self');
    // An ordinary boot would have given the same verdicts, much later.
    expect(await engine.evaluate(`performance.getEntriesByName('redgreen:restore-failed').length`)).toBe(0);
  },
);

test(
  'user can edit a test, run what is in the editor, and reset it',
  EVERY_ENGINE,
  async ({ engine, site }) => {
    const example = new ExamplePage(engine, site, 'CEL001');
    await example.open();
    await example.write('wrong', 'def test_mine():\n    assert 6 * 7 == 42\n');
    expect(await example.status('wrong')).toMatchObject({ edited: true, claim: 'unknown' });

    await example.press('wrong', 'run');
    const mine = await example.until('wrong', { source: 'live', run: 'idle' });
    expect(mine).toMatchObject({ verdict: 'passed', claim: 'unknown', edited: true });
    expect(await example.text('wrong', '.tests')).toContain('test_mine');

    await example.open();
    await example.until('wrong', { edited: true });
    await example.press('wrong', 'reset');
    expect(await example.status('wrong')).toMatchObject({
      edited: false,
      source: 'recorded',
      verdict: 'failed',
    });
    expect(await example.text('wrong', '.code-file')).toContain('mock_self = Mock()');
  },
);

test('user can stop an endless loop, and run again at once', EVERY_ENGINE, async ({ engine, site }) => {
  const example = new ExamplePage(engine, site, 'CEL001');
  await example.open();
  await example.write('right', 'def test_endless():\n    print("before")\n    while True:\n        pass\n');
  await example.press('right', 'run');
  await example.until('right', { run: 'running' });
  await example.press('right', 'stop');
  await example.until('right', { run: 'stopped', verdict: 'none' }, 2_000);

  await example.press('right', 'reset');
  await example.press('right', 'run');
  expect(await example.until('right', { source: 'live', run: 'idle' })).toMatchObject({
    verdict: 'passed',
    claim: 'match',
  });
});

test(
  'a loop without end is ended by the time limit, with the output printed so far',
  EVERY_ENGINE,
  async ({ engine, site }) => {
    const example = new ExamplePage(engine, site, 'CEL001');
    await example.open();
    await example.write(
      'right',
      'def test_endless():\n    print("printed before")\n    while True:\n        print(end="")\n',
    );
    await example.press('right', 'run');
    await example.until('right', { run: 'timeout', verdict: 'none' });
    expect(await example.text('right', '.verdict')).toContain('still running after 10 s');
    expect(await example.text('right', '.verdict')).toContain('printed before');
  },
);

test(
  'an address with a variant opens it, scrolls to it and focuses it',
  EVERY_ENGINE,
  async ({ engine, site }) => {
    const example = new ExamplePage(engine, site, 'CEL001');
    await example.open('#right-apply');
    await until(
      'the focus',
      () => engine.evaluate('document.activeElement.id'),
      (id) => id === 'right-apply',
      15_000,
    );
    await until(
      'the scrolling',
      () =>
        engine.evaluate(`(({ top, bottom }) => top < innerHeight && bottom > 0)(
        document.querySelector('#right-apply').getBoundingClientRect())`),
      (seen) => seen === true,
      15_000,
    );
  },
);

test('an edit of the app is what the tests then run against', EVERY_ENGINE, async ({ engine, site }) => {
  const example = new ExamplePage(engine, site, 'CEL001');
  await example.open();
  await engine.click('.app-file summary');
  const file = '[data-file="app/tasks/model_tasks.py"] [data-place]';
  const text = String(await engine.evaluate(`document.querySelector('${file} .code-file').innerText`));
  await engine.click(`${file} .code-file`);
  await until(
    'the editor',
    () => engine.evaluate(`document.querySelector('${file} .monaco-editor') !== null`),
    (there) => there === true,
  );
  await engine.press('ControlOrMeta+a');
  await engine.paste(text.replace('if flat else', 'if not flat else'));
  await example.press('right', 'run');
  expect(await example.until('right', { source: 'live', run: 'idle' })).toMatchObject({
    verdict: 'failed',
    claim: 'unknown',
    edited: true,
  });
});
