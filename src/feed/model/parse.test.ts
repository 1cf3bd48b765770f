import { describe, expect, it } from 'vitest';
import { change } from '../testing/change.ts';
import { sampleFeed } from '../testing/sample.ts';
import { parseFeed, parseRunIndex, parseText, refusalText } from './parse.ts';

const refusal = (input: unknown): string => {
  const parsed = parseFeed(input);
  return parsed.kind === 'ok' ? 'accepted' : refusalText(parsed.refusal);
};

describe('parseFeed', () => {
  it('takes a sound feed as it is', () => {
    expect(parseFeed(sampleFeed())).toEqual({ kind: 'ok', value: sampleFeed() });
  });

  it('says what is wrong, and where', () => {
    expect(refusal(change(sampleFeed(), '_roadmap.current.failing', 5))).toBe(
      '_roadmap.current.total: the outcomes add up to 100, but total says 99 (and 2 more)',
    );
  });

  it.each([
    ['text', 'hello', 'this is JSON, but not an object'],
    ['a list', [], 'this is JSON, but not an object'],
    [
      'another feed',
      { version: 'https://jsonfeed.org/version/1.1' },
      '_roadmap: there is no roadmap in this document',
    ],
  ])('refuses %s', (_, input, message) => {
    expect(refusal(input)).toBe(message);
  });

  it('refuses another major version before it looks at the shape', () => {
    expect(refusal({ _roadmap: { schema: '2.0' } })).toBe(
      '_roadmap.schema: the feed has version 2.0, this page reads version 1',
    );
  });

  it('reads a newer minor version as far as it knows it', () => {
    const feed = sampleFeed();
    const newer = {
      ...feed,
      extra: true,
      items: [{ id: 'x', _roadmap: { kind: 'forecast' } }, ...feed.items],
      _roadmap: { ...feed._roadmap, schema: '1.7', extra: { nested: 1 } },
    };
    const expected = sampleFeed();
    expected._roadmap.schema = '1.7';
    expect(parseFeed(newer)).toEqual({ kind: 'ok', value: expected });
  });

  it('refuses an unknown kind of item in a version that it knows', () => {
    const feed = sampleFeed();
    expect(refusal({ ...feed, items: [{ ...feed.items[0], _roadmap: { kind: 'forecast' } }] })).toMatch(
      /^items\.0\._roadmap\.kind/,
    );
  });

  it('refuses text that is no JSON', () => {
    const parsed = parseText('{"version":', parseFeed);
    expect(parsed.kind === 'refused' && parsed.refusal.code).toBe('not-json');
  });

  it('holds the ledger, the categories and the vanished tests against each other', () => {
    const moved = { ...sampleFeed()._roadmap.ledger?.baseline, fixed: 5, vanished: 0 };
    const feed = change(sampleFeed(), '_roadmap.ledger.baseline', moved);
    expect(refusal(feed)).toBe('_roadmap.vanished.count: says 2, the ledger says 0 (and 4 more)');
  });

  it('wants a history that only goes forwards', () => {
    const back = change(sampleFeed(), '_roadmap.history.head.1.seq', 1);
    const feed = change(back, '_roadmap.history.head.1.at', '2026-01-01T00:00:00Z');
    expect(refusal(feed)).toBe('_roadmap.history.head.1.seq: seq 1 comes after 1 (and 1 more)');
  });
});

describe('parseRunIndex', () => {
  it('follows the chain of hashes', () => {
    const { failing, errors, skipped, xfailed, xpassed, total, flaky, passing } =
      sampleFeed()._roadmap.current;
    const counts = { failing, errors, skipped, xfailed, xpassed, total, flaky, passing };
    const run = (seq: number, sha: string, prev: string | null) => ({
      seq,
      at: `2026-02-0${seq}T00:00:00Z`,
      url: `${seq}.json`,
      sha256: sha.repeat(64),
      prev,
      commit: null,
      counts,
    });
    const sound = { schema: '1.0', runs: [run(2, 'a', null), run(3, 'b', 'a'.repeat(64))] };
    expect(parseRunIndex(sound).kind).toBe('ok');
    const cut = parseRunIndex({ schema: '1.0', runs: [run(2, 'a', null), run(3, 'b', null)] });
    expect(cut.kind === 'refused' && refusalText(cut.refusal)).toBe(
      'runs.1.prev: does not name the run before seq 3',
    );
  });
});
