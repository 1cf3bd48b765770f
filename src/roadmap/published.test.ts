import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { change } from '../feed/testing/change.ts';
import { sampleFeed } from '../feed/testing/sample.ts';
import { builtFeed, builtRuns } from './published.ts';

const places = { home: 'https://handbook.example/roadmap/', feed: 'https://handbook.example/feed.json' };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'published-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('takes the seed where nothing was published', () => {
  expect(builtFeed(join(folder, 'nothing'), places).feed._roadmap.current.kind).toBe('stated');
  expect([...builtRuns(join(folder, 'nothing'))]).toEqual([
    ['index', '{\n  "runs": [],\n  "schema": "1.0"\n}\n'],
  ]);
});

it('serves a published feed byte for byte', () => {
  const text = JSON.stringify({ later: 1, ...sampleFeed() });
  writeFileSync(join(folder, 'feed.json'), text);
  const built = builtFeed(folder, places);
  expect(built.text).toBe(text);
  expect(built.feed._roadmap.seq).toBe(3);
});

it('stops the build at a feed that does not add up', () => {
  const text = JSON.stringify(change(sampleFeed(), '_roadmap.current.total', 7));
  writeFileSync(join(folder, 'feed.json'), text);
  expect(() => builtFeed(folder, places)).toThrow(
    /feed\.json is not a sound feed document: _roadmap\.current\.total: the outcomes add up to 99, but total says 7.*Put the last good file back/,
  );
});

it('stops the build at a run file that is cut off', () => {
  mkdirSync(join(folder, 'runs'));
  writeFileSync(join(folder, 'runs', '3.json'), '{"schema": "1.0"');
  expect(() => builtRuns(folder)).toThrow(/3\.json is not a sound feed document: not JSON/);
});
