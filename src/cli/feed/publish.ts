import { buildFeed } from '../../feed/publish/build.ts';
import type { Objection, PublishContext, PublishedState } from '../../feed/publish/context.ts';
import { isInstant } from '../../feed/model.ts';
import { readState, type ReadDocument } from '../../feed/publish/state.ts';
import { err } from '../../reports/result.ts';
import { count, needed, parsed, within, type Command } from '../command.ts';
import { isBehind, originOf, whoIs } from '../environment.ts';
import { Stop } from '../exit.ts';
import { readInputs } from '../inputs.ts';
import { setAside } from '../store/disk.ts';
import { fromServer } from '../store/http.ts';
import { triage } from '../triage.ts';
import { beginning, highestSeq } from './beginning.ts';
import { changeFeed, placeHelp, placeOptions } from './place.ts';

const help = `redgreen feed publish [options] REPORT...

Publishes one run of the tests: reads its reports and the feed as it is, and writes the new feed.
A REPORT is a file or a folder of files, packed with gzip or not, told apart by content: JUnit XML
(pytest --junitxml), CTRF, pytest-json-report, coverage.py JSON or Cobertura XML, and what our pytest
plugin writes (redgreen feed hook). Give all shards of a run together.

${placeHelp}
  --old URL           go on from the feed at this address instead of the one in the folder, which gets the
                      new and changed files only: to be copied over what a server has
  --init              the very first publication: begin with the plan's own figures
  --site URL          address of the site, for --init
  --feed-url URL      address that the feed will have, for --init (default: feed.json of the site)

Whether the run is complete (without it a missing test counts as not reported, never as vanished):
  --collected N         tests that pytest collected; our pytest plugin tells it by itself
  --shards N            test reports that there must be
  --pytest-exit-code N  how pytest ended; 2 to 5 are refused

Where the run comes from (found out in GitHub Actions, GitLab CI, or by git):
  --commit SHA  --branch NAME  --run-url URL  --run-id ID
  --at TIME             when the run was made, such as 2026-01-18T09:30:00Z

When a guard says no (exit code 4):
  --force --reason TEXT [--by NAME]   publish all the same; the reason is kept in the feed`;

const options = {
  ...placeOptions,
  old: { type: 'string' },
  init: { type: 'boolean', default: false },
  site: { type: 'string' },
  'feed-url': { type: 'string' },
  collected: { type: 'string' },
  shards: { type: 'string' },
  'pytest-exit-code': { type: 'string' },
  commit: { type: 'string' },
  branch: { type: 'string' },
  'run-url': { type: 'string' },
  'run-id': { type: 'string' },
  at: { type: 'string' },
  force: { type: 'boolean', default: false },
  reason: { type: 'string' },
  by: { type: 'string' },
} as const;

/** `redgreen feed publish` */
export const publish: Command = {
  name: 'feed publish',
  summary: 'publish a run of the tests to the roadmap feed',
  help,
  async run(args, shell) {
    const { values, positionals } = parsed('feed publish', args, options);
    if (positionals.length === 0) throw new Stop('usage', 'Which reports? See: redgreen feed publish --help');
    const force = values.force
      ? {
          reason: needed(
            'reason',
            values.reason,
            'say why the guard is wrong; the reason is kept in the feed.',
          ),
          by: within('by', 200, values.by ?? (await whoIs(shell))),
        }
      : null;
    const asked = {
      collected: count('collected', values.collected),
      shards: count('shards', values.shards),
      exitCode: count('pytest-exit-code', values['pytest-exit-code']),
      force,
    };
    const origin = await originOf(shell);
    const { reports, inputs } = await readInputs(shell.cwd, positionals);
    if (!reports.tests) {
      throw new Stop(
        'unreadable',
        'None of these files is a test report (pytest --junitxml=report.xml makes one).',
      );
    }
    const input = {
      tests: reports.tests,
      coverage: reports.coverage,
      testFiles: reports.files.filter(
        ({ kind }) => kind === 'junit' || kind === 'ctrf' || kind === 'pytest-json',
      ).length,
    };
    return changeFeed(values, shell, async (read, folder) => {
      const now = shell.now();
      const { state, objections } = await stateOf(values.old === undefined ? read : fromServer(values.old));
      if (objections.length > 0 && !force) return err({ kind: 'guards', objections });
      const lost = objections.length > 0 ? await highestSeq(read) : null;
      const old = state ?? beginning(values, shell.env, lost);
      if (objections.length > 0 && !values['dry-run'])
        await setAside(folder, ['feed.json', 'runs/index.json'], now);
      const commit = values.commit ?? origin.commit;
      const published = old.lastRun?.source.commit ?? null;
      const context: PublishContext = {
        ...asked,
        at: timeOf(values.at, origin.at, now),
        now,
        commit: within('commit', 100, commit),
        branch: within('branch', 300, values.branch ?? origin.branch),
        runUrl: within('run-url', 2000, values['run-url'] ?? origin.runUrl),
        runId: within('run-id', 200, values['run-id'] ?? origin.runId),
        inputs,
        behind: await isBehind(shell, commit, published),
        objections,
        triage,
      };
      return buildFeed(old, input, context);
    });
  },
};

/** What is published; a feed that can't be read is an objection: going on without it would lose it. */
async function stateOf(
  read: ReadDocument,
): Promise<{ readonly state: PublishedState | null; readonly objections: readonly Objection[] }> {
  const state = await readState(read);
  if (state.ok) return { state: state.value, objections: [] };
  const message = `what is published can't be read: ${state.error}. Put the last good files back; to begin again from nothing would lose the history.`;
  return { state: null, objections: [{ guard: 'unreadable-feed', message }] };
}

/** The run's time as told, never later than now: a clock that is ahead must not lock out the next run. */
function timeOf(told: string | undefined, found: string | null, now: string): string {
  if (told !== undefined && !isInstant(told)) {
    throw new Stop('usage', `--at needs a time with a zone, such as 2026-01-18T09:30:00Z, not “${told}”.`);
  }
  const at = told ?? (found !== null && isInstant(found) ? found : now);
  return new Date(Math.min(Date.parse(at), Date.parse(now))).toISOString().replace('.000Z', 'Z');
}
