import type { Result } from '../../reports/result.ts';
import type { RunReports } from '../../reports/read-all.ts';
import type { GuardName, Input, RoadmapFeed, RunFile, RunIndex } from '../model.ts';

/** What was published before: the feed, all runs by hash, and the newest run with its tests. */
export interface PublishedState {
  readonly feed: RoadmapFeed;
  readonly index: RunIndex;
  /** null before the first run */
  readonly lastRun: RunFile | null;
}

/** A failure as triage sees it. */
export interface Failure {
  readonly id: string;
  readonly message: string;
  /** the traceback, as far as it was kept */
  readonly details: string;
  readonly phase: 'setup' | 'call' | 'teardown' | 'collect';
}

/** Names the pattern page that fixes a failure. No match is a right answer. */
export type Triage = (failure: Failure) => { readonly code: string } | null;

/** Everything that a publication depends on besides the reports: nothing is looked up inside. */
export interface PublishContext {
  /** when the run was made; RFC 3339 */
  readonly at: string;
  /** when it is published; RFC 3339 */
  readonly now: string;
  readonly commit: string | null;
  readonly branch: string | null;
  readonly runUrl: string | null;
  readonly runId: string | null;
  /** the files that were read, with their hashes */
  readonly inputs: readonly Input[];
  /** tests that pytest collected, where somebody knows */
  readonly collected: number | null;
  /** test reports that there must be, where the run was split */
  readonly shards: number | null;
  /** pytest's exit code, where somebody knows */
  readonly exitCode: number | null;
  /** the commit is an ancestor of the one that was published last */
  readonly behind: boolean;
  /** what was found wrong before the reports were looked at */
  readonly objections: readonly Objection[];
  /** guards are overridden, and why */
  readonly force: { readonly reason: string; readonly by: string | null } | null;
  readonly triage: Triage;
}

/** The reports of a run that has tests in it. */
export interface RunInput {
  readonly tests: NonNullable<RunReports['tests']>;
  readonly coverage: RunReports['coverage'];
  /** how many of the files are test reports */
  readonly testFiles: number;
}

/** A guard that says no: what it found, and what to do. */
export interface Objection {
  readonly guard: GuardName;
  readonly message: string;
}

/** New documents by path, `feed.json` last: it makes the others count. */
export interface Publication {
  readonly kind: 'published';
  readonly feed: RoadmapFeed;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What happened, in lines for a terminal. */
  readonly words: readonly string[];
}

/** What came of a publication. */
export type Outcome = Publication | { readonly kind: 'unchanged'; readonly words: readonly string[] };

/** Why nothing was published. */
export type Refused =
  | { readonly kind: 'guards'; readonly objections: readonly Objection[] }
  /** Nothing of the kind is there to decide about. */
  | { readonly kind: 'usage'; readonly message: string }
  /** What would be published is not sound: a fault of ours. */
  | { readonly kind: 'unsound'; readonly message: string };

export type Built = Result<Outcome, Refused>;
