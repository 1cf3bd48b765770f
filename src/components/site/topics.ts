/** One folder below `src/content/docs/patterns`, in the order in which menus and tables list them. */
export interface Topic {
  folder: string;
  title: string;
  /** What its patterns are about, in one line. */
  summary: string;
}

export const topics: readonly Topic[] = [
  {
    folder: 'celery',
    title: 'Celery tasks',
    summary: 'Calling tasks, bound self, results, retries, progress.',
  },
  {
    folder: 'imports',
    title: 'Imports and patching',
    summary: 'Which name patch replaces, and when it is looked up.',
  },
  {
    folder: 'async',
    title: 'Async and streaming',
    summary: 'Event loops, awaiting mocks, reading from streams.',
  },
  {
    folder: 'services',
    title: 'HTTP services',
    summary: 'Requests that never leave the test, and what to assert about them.',
  },
  {
    folder: 'models',
    title: 'Model loading',
    summary: 'Paths, tokenizers and weights that no test should need.',
  },
  { folder: 'mocks', title: 'Mocks', summary: 'Specs, call assertions, and fakes of the right shape.' },
  {
    folder: 'isolation',
    title: 'Isolation and configuration',
    summary: 'Shared state, fixtures, and settings that pytest ignores.',
  },
  {
    folder: 'drift',
    title: 'Tests that drifted or prove nothing',
    summary: 'Older than the code, green whatever it does, or hiding the real cause.',
  },
  { folder: 'legacy', title: 'Legacy suites', summary: 'What to keep, what to retire, and how to tell.' },
];
