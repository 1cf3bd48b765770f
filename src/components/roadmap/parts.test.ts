import { describe, expect, it } from 'vitest';
import { parseFeed, parseText, type RoadmapFeed } from '../../feed/model.ts';
import { change } from '../../feed/testing/change.ts';
import { hostileTexts } from '../../feed/testing/mutations.ts';
import { sampleFeed } from '../../feed/testing/sample.ts';
import { sampleRun } from '../../feed/testing/sample-run.ts';
import { seedFeed } from '../../roadmap/seed.ts';
import { toHtml } from '../example/tree.ts';
import { isPartName, type PartName, parts } from './parts.ts';
import { runTree } from './run-view.ts';
import { testContext } from './testing.ts';

const names = Object.keys(parts).filter(isPartName);
const html = (name: PartName, feed: RoadmapFeed): string =>
  parts[name](feed, testContext).map(toHtml).join('');
const text = (name: PartName, feed: RoadmapFeed): string =>
  html(name, feed)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const seed = seedFeed({ home: 'https://a.example/roadmap/', feed: 'https://a.example/feed.json' });

describe('before the first run', () => {
  it('shows the plan’s figures as stated', () => {
    expect(text('summary', seed)).toContain('Passing 1602 of 1737 tests: 92.2 %');
    expect(text('summary', seed)).toContain('65 % as the plan states it');
    expect(text('summary', seed)).toContain('Nobody measured these figures here');
    expect(text('categories', seed)).toContain('Celery/Task Tests 45');
    expect(text('fixed', seed)).toContain('No run has been published yet');
  });
  it.each(names)('draws %s', (name) => {
    expect(html(name, seed)).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

describe('after a run', () => {
  it.each(names)('draws %s', (name) => {
    expect(html(name, sampleFeed())).not.toMatch(/NaN|Infinity|undefined|null/);
  });
  it('tells fixed and vanished apart', () => {
    expect(text('summary', sampleFeed())).toContain('Fixed 3 of the 10 that failed on 1 Feb 2026');
    expect(text('summary', sampleFeed())).toContain('Vanished 2 while failing');
    expect(text('vanished', sampleFeed())).toContain('tests/test_a.py::test_y[1]');
    expect(text('fixed', sampleFeed())).toContain(
      '3 of the 10 tests that failed on 1 Feb 2026 are fixed, 2 have vanished',
    );
  });
  it('leaves the plan’s bands out where totals can’t be compared, and says so', () => {
    expect(text('passing', sampleFeed())).toContain(
      'bands are left out: it counts 1737 tests, this run has 99',
    );
    expect(html('passing', sampleFeed())).not.toContain('class="band"');
    expect(html('passing', seed)).toContain('class="band"');
  });
  it('links runs, pages that exist, and allowed hosts only', () => {
    expect(html('summary', sampleFeed())).toContain('<a href="https://ci.example/7">CI run 7</a>');
    expect(html('events', sampleFeed())).toContain('href="/base/roadmap/runs/?seq=3"');
    expect(html('categories', sampleFeed())).toContain('<a href="/base/p/CEL001/" class="code">CEL001</a>');
  });
});

it('gives every figure a name of its own', () => {
  const keys = names.flatMap((name) =>
    [...html(name, sampleFeed()).matchAll(/data-figure="([^"]+)"/g)].map(([, key]) => key),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

describe('texts from strangers', () => {
  const all = hostileTexts();
  it('are sound feeds', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(
      all.filter(({ text: feed }) => parseText(feed, parseFeed).kind !== 'ok').map(({ name }) => name),
    ).toEqual([]);
  });
  it('never become markup or links', () => {
    const wrong = all.filter(({ text: source }) => {
      const parsed = parseText(source, parseFeed);
      if (parsed.kind === 'refused') return true;
      const page = names.map((name) => html(name, parsed.value)).join('');
      // Every tag is one of ours, and no attribute begins a script or turns the text around.
      const tags = new Set([...page.matchAll(/<([a-z0-9-]+)/g)].map(([, tag]) => tag));
      const foreign = ['script', 'img', 'iframe'].some((tag) => tags.has(tag));
      return foreign || /<[^>]*(?:javascript:|\son\w+=)/.test(page) || /[\u202A-\u202E\u2028]/.test(page);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe('a run', () => {
  it('names each kind of change with its tests, by pattern', () => {
    const page = runTree(sampleRun(), testContext).map(toHtml).join('');
    expect(page).toContain('<h3>Fixed: 1</h3>');
    expect(page).toContain('<h3>Vanished while failing: 1</h3>');
    expect(page).toContain('<h4><a href="/base/p/CEL001/" class="code">CEL001</a>: 1 test</h4>');
    expect(page).not.toContain('Newly failing');
  });
  it('shows hostile test names as text', () => {
    const id = '<img src=x onerror=alert(1)>';
    const run = change(sampleRun(), 'changes.lists.fixed.0.id', id) as ReturnType<typeof sampleRun>; // one text differs
    expect(runTree(run, testContext).map(toHtml).join('')).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
