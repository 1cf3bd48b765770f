import { sampleFeed } from './sample.ts';
import { change, GONE } from './change.ts';

/**
 * A feed with one thing wrong. `by` says what finds it: its shape (which the JSON Schema sees too), or
 * its figures and times, which only our rules see.
 */
export interface Mutation {
  readonly name: string;
  readonly by: 'shape' | 'figures';
  readonly text: string;
}

const WRONG: readonly unknown[] = [null, true, 'x'.repeat(2001), -1, 1.5, 1e300, [], {}];

type Leaf = 'string' | 'number' | 'other';
interface Place {
  readonly path: string;
  readonly value: unknown;
  readonly leaf: Leaf;
}

/** Every place of a document, by path. */
function places(value: unknown, path = ''): Place[] {
  const here: Place[] =
    path === ''
      ? []
      : [
          {
            path,
            value,
            leaf: typeof value === 'string' || typeof value === 'number' ? (typeof value as Leaf) : 'other',
          },
        ];
  if (typeof value !== 'object' || value === null) return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, entry]) => places(entry, path === '' ? key : `${path}.${key}`)),
  ];
}

const json = (path: string, value: unknown): string => JSON.stringify(change(sampleFeed(), path, value));
const inList = (path: string): boolean => /\.\d+$/.test(path);

/** Keys that a feed may lack. */
const OPTIONAL = /(?:^|\.)(?:url|tags|description|language|next_url)$/;

/** Each key of an object left out. */
const missing = (): Mutation[] =>
  places(sampleFeed())
    .filter(
      ({ path }) =>
        !inList(path) && !(OPTIONAL.test(path) && path.startsWith('items') && !path.includes('_roadmap')),
    )
    .map(({ path }) => ({ name: `${path} missing`, by: 'shape', text: json(path, GONE) }));

/** Each text and number replaced by something of another type. */
const wrongType = (): Mutation[] =>
  places(sampleFeed()).flatMap(({ path, leaf }, index): Mutation[] => {
    if (leaf === 'other') return [{ name: `${path} = 7`, by: 'shape', text: json(path, 7) }];
    const value =
      leaf === 'string' ? WRONG[[1, 3, 6, 7][index % 4] ?? 1] : WRONG[[1, 2, 6, 7][index % 4] ?? 1];
    return [
      { name: `${path} = ${JSON.stringify(value).slice(0, 20)}`, by: 'shape', text: json(path, value) },
    ];
  });

/** Each number out of its range, and not a number at all. */
const wrongNumber = (): Mutation[] =>
  places(sampleFeed())
    .filter(({ leaf }) => leaf === 'number')
    .flatMap(({ path }): Mutation[] => [
      { name: `${path} = -1`, by: 'shape', text: json(path, -1) },
      { name: `${path} = 1e300`, by: 'shape', text: json(path, 1e300) },
      { name: `${path} = NaN`, by: 'shape', text: json(path, 'NaN-here').replace('"NaN-here"', 'NaN') },
    ]);

/** Counts that no longer add up, times and numbers that go backwards. */
const figures = (): Mutation[] => {
  const wrong: [string, unknown][] = [
    ...['passing', 'failing', 'errors', 'skipped', 'xfailed', 'xpassed', 'total', 'flaky'].flatMap(
      (key): [string, unknown][] => [
        [`_roadmap.current.${key}`, 999],
        [`_roadmap.history.head.0.${key}`, 999],
        [`_roadmap.history.head.2.${key}`, 999],
        [`items.0._roadmap.counts.${key}`, 999],
        [`items.1._roadmap.counts.${key}`, 999],
      ],
    ),
    ...['open', 'fixed', 'vanished', 'retired', 'setAside', 'notReported', 'tracked'].map(
      (key): [string, unknown] => [`_roadmap.ledger.baseline.${key}`, 50],
    ),
    ['_roadmap.ledger', null],
    ['_roadmap.seq', 2],
    ['_roadmap.current.seq', 9],
    ['_roadmap.history.count', 2],
    ['_roadmap.history.head', []],
    ['_roadmap.history.head.1.seq', 1],
    ['_roadmap.history.head.1.seq', 3],
    ['_roadmap.history.head.1.at', '2027-01-01T00:00:00Z'],
    ['_roadmap.history.head.2.at', '2020-01-01T00:00:00Z'],
    ['_roadmap.phases.0.planned.added', [25, 20]],
    ['_roadmap.phases.0.effortHours', [4, 3]],
    ['_roadmap.phases.0.planned.coverage', [70, 68]],
    ['_roadmap.current.coverage.lines', { covered: 2, total: 1 }],
    ['_roadmap.current.hollow.count', 93],
    ['_roadmap.vanished.count', 1],
    [
      '_roadmap.vanished.tests',
      [...sampleFeed()._roadmap.vanished.tests, ...sampleFeed()._roadmap.vanished.tests],
    ],
    ['_roadmap.categories.0.phases', ['9Z']],
    ['_roadmap.categories.1.id', 'celery'],
    ['_roadmap.patterns.1.code', 'CEL001'],
    ['_roadmap.patterns', []],
    ['items.1.id', 'run-3'],
    ['items.0._roadmap.seq', 4],
    ['items.0._roadmap.changes.newFailing', 5],
    ['_roadmap.generatedAt', '2026-02-30T00:00:00Z'],
    ['items.0.date_published', '2026-13-01T00:00:00Z'],
  ];
  return wrong.map(([path, value]) => ({
    name: `${path} = ${JSON.stringify(value).slice(0, 24)}`,
    by: 'figures',
    text: json(path, value),
  }));
};

/** Whole documents that are something else. */
const documents = (): Mutation[] => {
  const sound = JSON.stringify(sampleFeed());
  const texts: [string, string][] = [
    ['empty', ''],
    ['null', 'null'],
    ['a number', '42'],
    ['a list', `[${sound}]`],
    ['HTML', '<!doctype html><title>Not found</title><script>window.hacked = 1</script>'],
    ['half a feed', sound.slice(0, sound.length / 2)],
    ['a feed and more', `${sound}x`],
    ['another major', sound.replace('"schema":"1.0"', '"schema":"2.0"')],
    ['no version', sound.replace('"schema":"1.0"', '"schema":"one"')],
    ['another JSON Feed', sound.replace('version/1.1', 'version/2')],
    ['deeply nested', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['600 items', JSON.stringify({ ...sampleFeed(), items: Array(600).fill(sampleFeed().items[0]) })],
    ['a huge title', json('title', '<b>'.repeat(5000))],
    ['_roadmap by way of __proto__', sound.replace('"_roadmap":{"about"', '"__proto__":{"about"')],
  ];
  return texts.map(([name, text]) => ({ name, by: 'shape', text }));
};

/** Every mutation: each must be refused, by its shape or by its figures. */
export const mutations = (): Mutation[] => [
  ...missing(),
  ...wrongType(),
  ...wrongNumber(),
  ...figures(),
  ...documents(),
];

/** Texts that a stranger may put where text belongs. They are sound feeds: the page must show them as text. */
export const hostileTexts = (): Mutation[] => {
  const texts = [
    '<script>window.hacked = 1</script>',
    '<img src=x onerror="window.hacked = 1">',
    '"><svg onload=window.hacked=1>',
    '</script><script>window.hacked = 1</script>',
    'javascript:window.hacked=1',
    '\u202Egnissap\u202C 1737',
    'line\u2028separator\u0000null',
    '${window.hacked = 1}{{constructor.constructor("window.hacked=1")()}}',
    '__proto__',
  ];
  const fields = [
    'title',
    'items.0.title',
    'items.0.content_text',
    '_roadmap.phases.0.title',
    '_roadmap.categories.0.title',
    '_roadmap.vanished.tests.0.id',
    '_roadmap.source.branch',
    '_roadmap.source.runUrl',
    'items.0.id',
  ];
  return fields.flatMap((path) =>
    texts.map((text): Mutation => ({ name: `${path} = ${text}`, by: 'shape', text: json(path, text) })),
  );
};
