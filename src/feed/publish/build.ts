import { err, ok } from '../../reports/result.ts';
import {
  canonicalJson,
  SCHEMA_VERSION,
  type Completeness,
  type GuardOverride,
  type RunDetail,
  type RunFile,
  type Source,
} from '../model.ts';
import { completenessOf } from './completeness.ts';
import type { Built, Objection, PublishContext, PublishedState, RunInput } from './context.ts';
import { publicationOf } from './files.ts';
import { follow } from './follow.ts';
import { objections } from './guards.ts';
import { coverageOf, hollowOf } from './hollow.ts';
import { feedAfter } from './next-feed.ts';
import { pageOf, withItem, withOther } from './parts.ts';
import { sha256 } from './sha256.ts';
import { itemText, noteLines, runWords } from './words.ts';

/**
 * Publish a run: the feed that was, plus the reports, gives the feed that will be. Pure: the same arguments
 * give the same bytes.
 *
 * @returns the new documents; or that nothing changed (same commit, same files); or why a guard says no.
 */
export function buildFeed(old: PublishedState, input: RunInput, context: PublishContext): Built {
  const { feed, lastRun, index } = old;
  const source = sourceOf(context);
  const { completeness, objection } = completenessOf(input, context, lastRun);
  if (lastRun && isRepeated(lastRun, source, completeness)) {
    return ok({ kind: 'unchanged', words: [`Run ${lastRun.seq} has the same commit and the same files.`] });
  }
  const { tests, coverage } = input;
  const said = [
    ...context.objections,
    ...objections({ feed, tests, coverage, incomplete: objection, context }),
  ];
  if (said.length > 0 && !context.force) return err({ kind: 'guards', objections: said });

  const seq = feed._roadmap.seq + 1;
  const categories = withOther(feed._roadmap.categories);
  const { files, carried, changes, lists, tracked } = follow(old, input, context, {
    seq,
    categories,
    completeness,
  });
  const hollow = hollowOf(coverage, tests, context.at);
  const bare = {
    schema: SCHEMA_VERSION,
    seq,
    at: context.at,
    prev: index.runs.at(-1)?.sha256 ?? null,
    source,
    counts: { ...tests.counts },
    coverage: coverageOf(coverage, context.at),
    completeness,
    ...argumentsOf(tests.run),
    hollow: hollow.kind === 'known' ? hollow.hollow : null,
    hollowTests: hollow.kind === 'known' ? [...hollow.tests] : [],
    files,
    carried,
    changes: { counts: changes, lists },
    tracked,
    overrides: overridesOf(said, context),
  };
  const { feed: next, phaseChanges } = feedAfter(old, bare, context.now);
  const file: RunFile = { ...bare, phaseChanges };
  const text = canonicalJson(file);
  const hash = sha256(text);
  const detail = detailOf(file, hash);
  const words = runWords(detail, lists, hollow.kind === 'unknown' ? hollow.why : null);
  const quiet = isQuiet(lastRun, file);
  const url = pageOf(feed, `runs/?seq=${seq}`);
  const told = quiet
    ? next
    : withItem(next, {
        id: `run-${seq}`,
        ...(url === undefined ? {} : { url }),
        title: words.title,
        content_text: itemText(words.lines),
        date_published: context.at,
        tags: ['run'],
        _roadmap: detail,
      });
  return publicationOf(old, told, { file, text, hash }, [
    `Run ${seq}: ${words.title}`,
    ...words.lines,
    ...noteLines(tests.notes),
    ...(quiet ? ['Every test ended as in the run before: no new item in the feed.'] : []),
  ]);
}

function detailOf(file: RunFile, hash: string): RunDetail {
  const { seq, source, counts, coverage, completeness, changes, hollow, phaseChanges, overrides } = file;
  return {
    kind: 'run',
    seq,
    source,
    counts,
    coverage,
    completeness,
    changes: changes.counts,
    hollow,
    phaseChanges,
    overrides,
    run: { url: `runs/${seq}.json`, sha256: hash },
  };
}

function sourceOf({ commit, branch, runUrl, runId, inputs }: PublishContext): Source {
  return { commit, branch, runUrl, runId, inputs: [...inputs] };
}

/** The same files of the same commit, told in the same way: published already. */
function isRepeated(last: RunFile, source: Source, completeness: Completeness): boolean {
  const identity = (of: Source, how: Completeness): string =>
    canonicalJson({
      commit: of.commit,
      inputs: of.inputs.map(({ kind, sha256: of256 }) => `${kind} ${of256}`).sort(),
      completeness: how,
    });
  return identity(last.source, last.completeness) === identity(source, completeness);
}

/** Every test ended as in the run before, with the same message: nothing to tell readers of the feed. */
function isQuiet(last: RunFile | null, run: RunFile): boolean {
  return (
    last !== null &&
    run.overrides.length === 0 &&
    run.phaseChanges.length === 0 &&
    canonicalJson(last.files) === canonicalJson(run.files)
  );
}

function overridesOf(said: readonly Objection[], { force }: PublishContext): GuardOverride[] {
  return said.map(({ guard, message }) => ({
    guard,
    message: message.slice(0, 1000),
    reason: force?.reason ?? '',
    by: force?.by ?? null,
  }));
}

/** Left out where there are more than anybody would compare. */
function argumentsOf({ arguments: told }: RunInput['tests']['run']): Pick<RunFile, 'arguments'> {
  const few = told && told.length <= 500 && told.every((list) => list.length <= 1000);
  return few ? { arguments: told.map((list) => [...list]) } : {};
}
