import { beforeEach, describe, expect, it } from 'vitest';
import { readState } from './state.ts';
import { Published, wholeRun } from './testing.ts';
import { verifyPublished } from './verify.ts';

let published: Published;
beforeEach(async () => {
  published = new Published();
  await published.run(wholeRun({ 'a.py::x': 'failed: one', 'a.py::y': 'passed' }));
  await published.run(wholeRun({ 'a.py::x': 'passed', 'a.py::y': 'passed' }));
});

const change = (path: string, by: (text: string) => string): void => {
  published.documents.set(path, by(published.documents.get(path) ?? ''));
};
const problems = async (): Promise<string> => (await verifyPublished(published.read)).problems.join('\n');

describe('what is published', () => {
  it('is sound as it was written', async () => {
    expect(await verifyPublished(published.read)).toMatchObject({ problems: [], runs: 2, items: 3 });
  });

  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a byte of a run file',
      'runs/2.json',
      (text) => text.replace('one', 'two'),
      /runs\/2\.json: was changed/,
    ],
    ['a run that is gone', 'runs/2.json', () => '', /runs\/2\.json/],
    [
      'a count in the feed',
      'feed.json',
      (text) => text.replace(/"passing": 2/, '"passing": 3'),
      /feed\.json: .*add up/,
    ],
    [
      'a hash in the index',
      'runs/index.json',
      (text) => text.replace(/"sha256": "./, '"sha256": "0'),
      /runs/,
    ],
    [
      'a badge',
      'badge/fixed.json',
      (text) => text.replace('1 of 1', '9 of 9'),
      /badge\/fixed\.json: does not say/,
    ],
    ['half a feed', 'feed.json', (text) => text.slice(0, 500), /feed\.json: not JSON/],
  ])('is not sound after a change: %s', async (_, path, by, problem) => {
    change(path, by);
    expect(await problems()).toMatch(problem);
  });

  it('a run that is left out of the index breaks the chain', async () => {
    const index = JSON.parse(published.documents.get('runs/index.json') ?? '') as { runs: unknown[] };
    index.runs.shift();
    published.documents.set('runs/index.json', JSON.stringify(index));
    expect(await problems()).toContain('does not name the run before seq 3');
  });
});

describe('reading on from what is published', () => {
  it('whole or not at all', async () => {
    for (const path of ['feed.json', 'runs/index.json', 'runs/3.json']) {
      const text = published.documents.get(path) ?? '';
      for (const damaged of [text.slice(0, -20), text.replace('"schema": "1.0"', '"schema": "2.0"'), '']) {
        published.documents.set(path, damaged);
        expect(await readState(published.read), path).toMatchObject({ ok: false });
      }
      published.documents.set(path, text);
    }
    published.documents.delete('runs/3.json');
    expect(await readState(published.read)).toEqual({ ok: false, error: 'runs/3.json is missing' });
  });

  it('an entry that a stopped publisher left in the index does not count', async () => {
    const whole = new Map(published.documents);
    await published.run(wholeRun({ 'a.py::x': 'passed', 'a.py::y': 'passed', 'a.py::z': 'passed' }));
    // Everything of run 4 was written but the feed.
    const feed = whole.get('feed.json') ?? '';
    published.documents.set('feed.json', feed);
    const state = await readState(published.read);
    expect(state).toMatchObject({
      ok: true,
      value: { lastRun: { seq: 3 }, index: { runs: [{ seq: 2 }, { seq: 3 }] } },
    });
  });

  it('nothing there is no error', async () => {
    published.documents.clear();
    expect(await readState(published.read)).toEqual({ ok: true, value: null });
  });
});
