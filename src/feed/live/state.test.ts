import { describe, expect, it } from 'vitest';
import { parseFeed, parseText } from '../model/parse.ts';
import { change } from '../testing/change.ts';
import { mutations } from '../testing/mutations.ts';
import { sampleFeed } from '../testing/sample.ts';
import { type LiveState, opened, reduce } from './state.ts';
import { stateWords } from './words.ts';

const NOW = Date.parse('2026-02-03T10:00:00Z');
const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);
const start = opened(sampleFeed());
const receive = (state: LiveState, feed: unknown, at = NOW): LiveState =>
  reduce(state, { kind: 'received', parsed: parseFeed(feed), at });
const words = (state: LiveState, now = NOW): string => {
  const { label, text, checked } = stateWords(state, now, clock);
  return `${label}: ${text} ${checked}`.trim();
};

/** The sample, published once more by a decision. */
const next = change(sampleFeed(), '_roadmap.seq', 4);

describe('reduce', () => {
  it('shows a newer feed', () => {
    const state = receive(start, next);
    expect(state.kind).toBe('live');
    expect(state.shown._roadmap.seq).toBe(4);
    expect(words(state)).toBe('Live: Publication 4, and this page follows the next ones. Checked at 10:00');
  });

  it('takes the same feed as a check', () => {
    expect(receive(start, sampleFeed())).toMatchObject({ kind: 'live', goodAt: NOW });
  });

  it('never goes back', () => {
    const state = receive(receive(start, next), sampleFeed());
    expect(state.shown._roadmap.seq).toBe(4);
    expect(words(state)).toBe(
      'Refused: The served feed was refused: it is publication 3, and this page shows publication 4. ' +
        'This page keeps publication 4. Checked at 10:00, last good at 10:00',
    );
  });

  it('refuses other content under the same number', () => {
    const state = receive(start, change(sampleFeed(), 'title', 'Another'));
    expect(state.shown.title).toBe('Test coverage roadmap');
    expect(words(state)).toContain('it is publication 3 again, with another content');
  });

  it('refuses a feed from the future, but not from a clock that is a little fast', () => {
    const at = Date.parse('2026-02-02T10:05:00Z');
    expect(receive(start, next, at - 9 * 60_000).kind).toBe('live');
    expect(receive(start, next, at - 11 * 60_000)).toMatchObject({
      kind: 'refused',
      rejection: { kind: 'future' },
      shown: { _roadmap: { seq: 3 } },
    });
  });

  it('counts failures in a row', () => {
    const failed = (state: LiveState): LiveState =>
      reduce(state, { kind: 'failed', trouble: { kind: 'no-answer' }, at: NOW });
    expect(failed(failed(start))).toMatchObject({ failures: 2 });
    expect(failed(receive(failed(start), next))).toMatchObject({ failures: 1 });
  });

  it('keeps the good feed and says why, for each broken one', () => {
    const good = receive(start, next);
    const all = mutations();
    expect(all.length).toBeGreaterThan(600);
    const saying = /^The served feed was refused: .+\. This page keeps publication 4\.$/;
    const wrong = all.filter(({ text }) => {
      const state = reduce(good, { kind: 'received', parsed: parseText(text, parseFeed), at: NOW });
      const { text: said } = stateWords(state, NOW, clock);
      return (
        state.kind !== 'refused' || state.shown !== good.shown || !saying.test(said) || said.length > 450
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe('stateWords', () => {
  it('begins with what the build knew', () => {
    expect(words(start)).toBe('Built: This page shows what it was built with.');
  });
  it('says when the feed has gone stale', () => {
    const state = receive(start, next);
    expect(words(state, Date.parse('2026-02-09T10:05:00Z'))).toMatch(/^Live/);
    expect(words(state, Date.parse('2026-02-11T10:05:00Z'))).toBe(
      'Stale: The feed was last published 9 days ago, and is good for 7 days. Checked at 10:00',
    );
  });
  it('says that this device is offline', () => {
    expect(words(reduce(start, { kind: 'failed', trouble: { kind: 'offline' }, at: NOW }))).toBe(
      'Offline: This device is offline. This page shows what it was built with. Checked at 10:00',
    );
  });
});
