import path from 'node:path';
import type { Outcome, PublishedState, Refused } from '../../feed/publish/context.ts';
import { readState, type ReadDocument } from '../../feed/publish/state.ts';
import type { Result } from '../../reports/result.ts';
import type { Shell } from '../command.ts';
import { exitCodes, Stop, type ExitCode } from '../exit.ts';
import { siteAddress } from '../site.ts';
import { onBranch } from '../store/branch.ts';
import { fromFolder, toFolder } from '../store/disk.ts';
import { withLock } from '../store/lock.ts';

/** Options of every command that writes to a feed. */
export const placeOptions = {
  feed: { type: 'string', default: 'published' },
  'git-branch': { type: 'string' },
  remote: { type: 'string', default: 'origin' },
  'dry-run': { type: 'boolean', default: false },
} as const;

export const placeHelp = `Where the feed is:
  --feed DIR          folder that holds the published feed (default: published)
  --git-branch NAME   the feed is a branch of its own: fetched, changed and pushed; when somebody else
                      pushes in between, it is fetched and changed again. --feed is then a folder in it
                      (default: its root)
  --remote NAME       remote of that branch (default: origin)
  --dry-run           say what would change, and write nothing`;

/** Values of {@link placeOptions}. */
export interface PlaceValues {
  readonly feed: string;
  readonly 'git-branch'?: string;
  readonly remote: string;
  readonly 'dry-run': boolean;
}

/** Changes what is published. `folder` is where it lies, for what has to be kept besides. */
export type Change = (read: ReadDocument, folder: string) => Promise<Result<Outcome, Refused>>;

/** Another publisher on the same disk is waited for that long. */
const WAIT_MS = 30_000;

/** Change the feed where it is, alone on this disk and through git, and say what happened. */
export async function changeFeed(values: PlaceValues, shell: Shell, change: Change): Promise<ExitCode> {
  const dry = values['dry-run'];
  const apply = async (folder: string): Promise<Outcome> => {
    const outcome = decided(await change(fromFolder(folder), folder), shell.env);
    if (outcome.kind === 'published' && !dry) await toFolder(folder, outcome);
    return outcome;
  };
  const branch = values['git-branch'];
  const outcome =
    branch === undefined
      ? await locked(path.resolve(shell.cwd, values.feed), dry, apply)
      : await onBranch(shell, { remote: values.remote, branch }, async (root) => {
          const folder = values.feed === placeOptions.feed.default ? root : path.join(root, values.feed);
          const result = await apply(folder);
          const message = result.kind === 'published' && !dry ? (result.words[0] ?? 'Publish') : null;
          return { result, commit: message };
        });
  for (const line of outcome.words) shell.out(line);
  if (outcome.kind === 'unchanged') shell.out('Nothing to publish.');
  else
    shell.out(
      dry ? 'Nothing was written: this was a dry run.' : `Published as number ${outcome.feed._roadmap.seq}.`,
    );
  return exitCodes.done;
}

/** A dry run writes nothing, not even a lock. */
function locked(folder: string, dry: boolean, apply: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  return dry ? apply(folder) : withLock(folder, WAIT_MS, () => apply(folder));
}

function decided(built: Result<Outcome, Refused>, env: Shell['env']): Outcome {
  if (built.ok) return built.value;
  const { error } = built;
  switch (error.kind) {
    case 'guards':
      throw new Stop(
        'refused',
        'Not published:',
        ...error.objections.map(({ guard, message }) => `  ${guard}: ${message}`),
        'What to do about it:',
        ...error.objections.map(({ guard }) => `  ${siteAddress(env)}roadmap/publish/#guard-${guard}`),
        'If this is right all the same: --force --reason "why". The reason is kept in the feed.',
      );
    case 'usage':
      throw new Stop('usage', error.message);
    case 'unsound':
      throw new Stop(
        'refused',
        `The new feed would not be sound (${error.message}).`,
        'Nothing was written. This is a fault of redgreen: please report it.',
      );
    default: {
      const never: never = error;
      return never;
    }
  }
}

/** The published state that a decision is about; without a feed there is nothing to decide. */
export async function existingState(read: ReadDocument, where: string): Promise<PublishedState> {
  const state = await readState(read);
  if (!state.ok) throw new Stop('refused', `The feed in ${where} can't be used: ${state.error}.`);
  if (!state.value) throw new Stop('usage', `There is no feed.json in ${where}.`);
  return state.value;
}
