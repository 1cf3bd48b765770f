import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sidebar } from './sidebar.ts';

let docs = '';
beforeEach(() => {
  docs = mkdtempSync(join(tmpdir(), 'sidebar-'));
});
afterEach(() => {
  rmSync(docs, { recursive: true });
});

function write(path: string, frontmatter: string): void {
  mkdirSync(dirname(join(docs, path)), { recursive: true });
  writeFileSync(join(docs, path), `---\n${frontmatter}\n---\n\nText.\n`);
}

test('is empty without pages', () => {
  expect(sidebar(docs)).toEqual([]);
});

test('lists the patterns of a topic by code, one entry each, under the title of the topic’s page', () => {
  write('patterns/index.mdx', 'title: Patterns');
  write('patterns/celery/index.mdx', 'title: Tasks of Celery');
  write('patterns/what-really-failed.mdx', 'title: What really failed');
  write('patterns/celery/ner-double-bound-self/index.mdx', 'title: Self twice\nslug: p/CEL002');
  write('patterns/celery/zz/index.mdx', 'title: "First: by code"\nslug: p/CEL001');
  write('patterns/celery/zz/wrong/README.mdx', 'title: Deep files are no entries');
  expect(sidebar(docs)).toEqual([
    { slug: 'patterns', label: 'All patterns' },
    { slug: 'patterns/what-really-failed', label: 'What really failed' },
    {
      label: 'Tasks of Celery',
      collapsed: true,
      items: [
        { slug: 'patterns/celery', label: 'Overview' },
        { slug: 'p/CEL001', label: 'First: by code', attrs: { 'data-code': 'CEL001' } },
        { slug: 'p/CEL002', label: 'Self twice', attrs: { 'data-code': 'CEL002' } },
      ],
    },
  ]);
});

test('names the topic whose page is missing', () => {
  write('patterns/mocks/new/index.mdx', 'title: New\nslug: p/MCK001');
  expect(() => sidebar(docs)).toThrow(/patterns\/mocks\/index\.mdx/);
});

test('puts the topic page first', () => {
  write('patterns/mocks/index.mdx', 'title: Mocks');
  expect(sidebar(docs)).toEqual([
    { label: 'Mocks', collapsed: true, items: [{ slug: 'patterns/mocks', label: 'Overview' }] },
  ]);
});

test('names the file of a pattern page that has no address', () => {
  write('patterns/celery/new/index.mdx', 'title: New');
  expect(() => sidebar(docs)).toThrow(/celery\/new\/index\.mdx.*slug: p\/CEL001/);
});

test('names the file of a page that has no title', () => {
  write('start/first.mdx', 'description: None');
  expect(() => sidebar(docs)).toThrow(/start\/first\.mdx.*title/);
});

test('orders the steps of the onboarding path by sidebar.order', () => {
  write('start/index.mdx', 'title: Start here');
  write('start/a.mdx', 'title: Second\nsidebar:\n  order: 2');
  write('start/b.mdx', 'title: First\nsidebar:\n  order: 1');
  write('roadmap/index.mdx', 'title: Roadmap');
  expect(sidebar(docs)).toEqual([
    {
      label: 'Start here',
      items: [
        { slug: 'start', label: 'Overview' },
        { slug: 'start/b', label: 'First' },
        { slug: 'start/a', label: 'Second' },
      ],
    },
    { slug: 'roadmap', label: 'Roadmap' },
  ]);
});

test('lists steps that are folders by their numbers, under their short labels', () => {
  write('start/index.mdx', 'title: Start here');
  write('start/02-b/index.mdx', 'title: Second\nslug: start/b\nsidebar:\n  label: 2 · Second');
  write('start/01-a/index.mdx', 'title: First\nslug: start/a');
  write('start/01-a/solution/README.mdx', 'title: Deep files are no entries');
  expect(sidebar(docs)).toEqual([
    {
      label: 'Start here',
      items: [
        { slug: 'start', label: 'Overview' },
        { slug: 'start/a', label: 'First' },
        { slug: 'start/b', label: '2 · Second' },
      ],
    },
  ]);
});
