import { frontmatter } from './frontmatter.ts';

const DOCS = 'src/content/docs';

/** One folder below `src/content/docs/patterns`, in the order in which menus and tables list them. */
export interface Topic {
  folder: string;
  /** What its patterns are about, in one line. */
  summary: string;
}

export const topics: readonly Topic[] = [
  {
    folder: 'celery',
    summary: 'Calling tasks, bound self, results, retries, progress.',
  },
  {
    folder: 'imports',
    summary: 'Which name patch replaces, and when it is looked up.',
  },
  {
    folder: 'async',
    summary: 'Event loops, awaiting mocks, reading from streams.',
  },
  {
    folder: 'services',
    summary: 'Requests that never leave the test, and what to assert about them.',
  },
  {
    folder: 'models',
    summary: 'Paths, tokenizers and weights that no test should need.',
  },
  { folder: 'mocks', summary: 'Specs, call assertions, and fakes of the right shape.' },
  {
    folder: 'isolation',
    summary: 'Shared state, fixtures, and settings that pytest ignores.',
  },
  {
    folder: 'drift',
    summary: 'Older than the code, green whatever it does, or hiding the real cause.',
  },
  { folder: 'legacy', summary: 'What to keep, what to retire, and how to tell.' },
];

/** A topic is called what its page is called; there is no second place for the name. */
export function topicTitle({ folder }: Topic, docs = DOCS): string {
  return frontmatter(docs, `patterns/${folder}/index.mdx`).title;
}
