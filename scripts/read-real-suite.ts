/**
 * Reads the reports of the suite behind the plan where they are, and shows what our readers and guards make
 * of them. The files themselves are not part of this project: the folder is an argument.
 *
 *     node scripts/read-real-suite.ts DIR [--record docs/recorded/real-suite.json]
 *
 * DIR has `junit.xml` (the whole run), `junit-ci-maxfail5.xml` (what CI kept of it) and `coverage.xml`.
 */
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalJson, coverageText } from '../src/feed/model.ts';
import { buildFeed } from '../src/feed/publish/build.ts';
import type { PublishContext, RunInput } from '../src/feed/publish/context.ts';
import { firstState } from '../src/feed/publish/state.ts';
import { describeError } from '../src/reports/errors.ts';
import { readReports, type RunReports } from '../src/reports/read-all.ts';
import { seedFeed } from '../src/roadmap/seed.ts';

const { values, positionals } = parseArgs({
  options: { record: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Which folder? node scripts/read-real-suite.ts DIR [--record FILE]');
  process.exit(1);
}

async function read(...names: string[]): Promise<RunReports> {
  const sources = names.map((name) => ({ name, chunks: createReadStream(path.join(folder ?? '', name)) }));
  const result = await readReports(sources);
  if (result.ok) return result.value;
  for (const error of result.error) console.error(describeError(error));
  process.exit(2);
}

function inputOf({ tests, coverage }: RunReports): RunInput {
  if (tests) return { tests, coverage, testFiles: 1 };
  console.error('There is no test report among the files.');
  process.exit(2);
}

const context: PublishContext = {
  at: '2026-01-18T00:00:00Z',
  now: '2026-01-18T00:00:00Z',
  commit: null,
  branch: null,
  runUrl: null,
  runId: null,
  inputs: [],
  collected: null,
  shards: null,
  exitCode: null,
  behind: false,
  objections: [],
  force: null,
  triage: () => null,
};

/** What the publisher says to a run that pytest collected so many tests for. */
function verdict(
  run: RunInput,
  collected: number,
): { readonly published: boolean; readonly guards: string[] } {
  const places = { home: 'https://handbook.example/roadmap/', feed: 'https://handbook.example/feed.json' };
  const built = buildFeed(firstState(seedFeed(places)), run, { ...context, collected });
  if (built.ok) return { published: true, guards: [] };
  const { error } = built;
  return {
    published: false,
    guards: error.kind === 'guards' ? error.objections.map(({ guard }) => guard) : [error.message],
  };
}

const reports = await read('junit.xml', 'coverage.xml');
const whole = inputOf(reports);
const part = inputOf(await read('junit-ci-maxfail5.xml'));
const { total } = whole.tests.counts;
const { coverage } = reports;
const recorded = {
  whole: { counts: whole.tests.counts, publisher: verdict(whole, total) },
  maxfail: { counts: part.tests.counts, publisher: verdict(part, total) },
  coverage: coverage && {
    lines: coverage.lines,
    branches: coverage.branches,
    text: coverageText({
      kind: 'counts',
      lines: coverage.lines,
      branches: coverage.branches,
      at: context.at,
    }),
  },
};

const { passing, failing, errors, skipped } = whole.tests.counts;
console.log(
  `The whole run: ${passing} passed, ${failing} failed, ${errors} errors, ${skipped} skipped of ${total}.`,
);
console.log(`Coverage: ${recorded.coverage?.text ?? 'none'}.`);
const refusal = recorded.maxfail.publisher.guards.join(', ') || 'published';
console.log(
  `What CI kept of it: ${part.tests.counts.total} of ${total} collected tests; the publisher says: ${refusal}.`,
);
if (values.record !== undefined) {
  await mkdir(path.dirname(values.record), { recursive: true });
  await writeFile(values.record, canonicalJson(recorded));
  console.log(`Recorded in ${values.record}.`);
}
