import { expect, it } from 'vitest';
import { change } from '../testing/change.ts';
import { sampleRun } from '../testing/sample-run.ts';
import { fetchRun, seqOf } from './run.ts';

const FEED = 'https://data.example/team/feed.json';
const PAGE = 'https://handbook.example/roadmap/runs/';
const json = { 'content-type': 'application/json' };

it.each([
  ['?seq=3', 3],
  ['?seq=0', null],
  ['?seq=-3', null],
  ['?seq=3e2', null],
  ['?seq=../feed', null],
  ['?other=3', null],
  ['', null],
])('reads %j as %j', (search, expected) => {
  expect(seqOf(search)).toBe(expected);
});

it('asks beside the feed', async () => {
  const asked: unknown[] = [];
  const state = await fetchRun(3, FEED, PAGE, {
    fetch: (url) => {
      asked.push(url);
      return Promise.resolve(new Response(JSON.stringify(sampleRun()), { headers: json }));
    },
  });
  expect(asked).toEqual(['https://data.example/team/runs/3.json']);
  expect(state).toEqual({ kind: 'shown', run: sampleRun() });
});

it.each([
  [new Response('', { status: 404 }), 'There is no run 3.'],
  [new Response('', { status: 500 }), 'Run 3 can’t be had: its host answered 500.'],
  [new Response('{', { headers: json }), 'Run 3 is not shown, because its file is not sound: not JSON: '],
  [
    new Response(JSON.stringify(change(sampleRun(), 'seq', 4)), { headers: json }),
    'Run 3 is not shown, because its file says that it is run 4.',
  ],
])('says why a run is not shown', async (response, words) => {
  const state = await fetchRun(3, FEED, PAGE, { fetch: () => Promise.resolve(response) });
  expect(state.kind === 'missing' && state.words).toContain(words);
});
