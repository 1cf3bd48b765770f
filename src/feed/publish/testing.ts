/** For tests of the publisher: runs written in one line, and a feed in memory. */
import { countResults } from '../../reports/counts.ts';
import type { Outcome, TestReport, TestResult } from '../../reports/model.ts';
import { seedFeed } from '../../roadmap/seed.ts';
import { buildFeed } from './build.ts';
import type { Built, Publication, PublishContext, PublishedState, RunInput } from './context.ts';
import { firstState, readState } from './state.ts';

/** Tests by id: an outcome, `flaky`, or what a failure says (`failed: …`, `error: …`). */
export type Tests = Readonly<Record<string, string>>;

const result = (id: string, said: string): TestResult => {
  const [word = ''] = said.split(': ', 1);
  const message = said.slice(word.length + 2);
  const flaky = word === 'flaky';
  const outcome = (flaky ? 'passed' : word) as Outcome; // the words above are outcomes
  const red = outcome === 'failed' || outcome === 'error';
  return {
    id,
    level: id.endsWith('::(collection)') ? 'module' : 'test',
    outcome,
    flaky,
    problems: red ? [{ phase: 'call', message, details: `E   ${message}`, cut: false }] : [],
  };
};

/** A report of these tests; `run` adds what is known besides. */
export function report(tests: Tests, run: TestReport['run'] = {}): TestReport {
  const results = Object.entries(tests).map(([id, said]) => result(id, said));
  return { dialects: ['junit'], counts: countResults(results), tests: results, suites: [], run, notes: [] };
}

/** A run that is known to be whole. */
export const wholeRun = (tests: Tests): RunInput => ({
  tests: report(tests, { collected: { kind: 'number', count: countTests(tests) } }),
  coverage: null,
  testFiles: 1,
});

const countTests = (tests: Tests): number =>
  Object.keys(tests).filter((id) => !id.endsWith('::(collection)')).length;

/** A run of which nobody knows whether it is whole. */
export const someRun = (tests: Tests): RunInput => ({ tests: report(tests), coverage: null, testFiles: 1 });

/** A context for the n-th day; its inputs differ from day to day. */
export function context(day: number, some: Partial<PublishContext> = {}): PublishContext {
  const at = new Date(Date.UTC(2026, 1, day, 10)).toISOString();
  return {
    at,
    now: at,
    commit: `commit${day}`,
    branch: 'main',
    runUrl: null,
    runId: null,
    inputs: [{ name: 'junit.xml', kind: 'junit', sha256: day.toString(16).padStart(64, '0') }],
    collected: null,
    shards: null,
    exitCode: null,
    behind: false,
    objections: [],
    force: null,
    triage: () => null,
    ...some,
  };
}

/** The plan's own feed, before any run. */
export const seedState = (): PublishedState =>
  firstState(
    seedFeed({ home: 'https://handbook.example/roadmap/', feed: 'https://handbook.example/feed.json' }),
  );

/** A feed in memory that runs are published to, each on the day after the one before. */
export class Published {
  readonly documents = new Map<string, string>();
  state = seedState();
  private day = 0;

  /** Publish; the test fails if it is refused. */
  async run(input: RunInput, some: Partial<PublishContext> = {}): Promise<Publication> {
    return this.keep(this.attempt(input, some));
  }

  /** What publishing on the next day would give. */
  attempt(input: RunInput, some: Partial<PublishContext> = {}): Built {
    return buildFeed(this.state, input, context(this.day + 1, some));
  }

  /** Write what was built, and read it back as the next publisher will. */
  async keep(built: Built): Promise<Publication> {
    if (!built.ok) throw new Error(`refused: ${JSON.stringify(built.error)}`);
    if (built.value.kind !== 'published') throw new Error('unchanged');
    for (const { path, text } of built.value.files) this.documents.set(path, text);
    const state = await readState(this.read);
    if (!state.ok || !state.value) throw new Error(state.ok ? 'no feed' : state.error);
    this.state = state.value;
    this.day += 1;
    return built.value;
  }

  readonly read = (path: string): Promise<string | null> => Promise.resolve(this.documents.get(path) ?? null);
}
