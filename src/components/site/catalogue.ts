/** The patterns as menus and tables list them. Build time only: it reads the pattern folders. */
import { loadPatterns } from '../../patterns/load.ts';
import { patternPath, type Pattern } from '../../patterns/pattern.ts';
import type { Entry } from './pattern-filter.ts';
import { topicTitle, topics, type Topic } from './topics.ts';

export interface Row {
  pattern: Pattern;
  /** Path of the page below the site's base. */
  path: string;
  entry: Entry;
}

export interface TopicRows {
  topic: Topic & { title: string };
  rows: readonly Row[];
}

/** Topics that have patterns, each with its patterns by code. */
export function catalogue(): TopicRows[] {
  const patterns = loadPatterns();
  const stranger = patterns.find(({ topic }) => !topics.some(({ folder }) => folder === topic));
  if (stranger) {
    throw new Error(
      `${stranger.code} lies in the folder patterns/${stranger.topic}, which src/components/site/topics.ts does not know: add it there.`,
    );
  }
  return topics
    .map((topic) => ({
      topic: { ...topic, title: topicTitle(topic) },
      rows: patterns.filter((pattern) => pattern.topic === topic.folder).map((pattern) => row(pattern)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function row(pattern: Pattern): Row {
  const { code, title, summary, symptom, libraries, topic, triage, origin } = pattern;
  return {
    pattern,
    path: patternPath(code),
    entry: {
      code,
      topic,
      libraries,
      text: [code, title, summary, symptom, ...libraries].join(' ').toLowerCase(),
      failed: origin.real?.count ?? 0,
      signatures: (triage?.signatures ?? []).map(({ message }) => message).filter(saysSomething),
    },
  };
}

/** Some signatures are told by the report around the message, and take any message: a line alone is not enough. */
function saysSomething(message: string): boolean {
  return !new RegExp(message, 'm').test('x');
}
