/** A reader's set of files with what belongs to its runs, and how it is written down to be kept. */
import * as v from 'valibot';
import type { SourceFile } from './source-file.ts';
import { filesProblem } from './workspace.ts';

/** Where a set of files was first taken from. */
export type Origin =
  | { readonly kind: 'own' }
  /** `fingerprint` tells one link's files from another's. */
  | { readonly kind: 'link'; readonly fingerprint: string }
  /** One of the handbook's examples. */
  | { readonly kind: 'example'; readonly fingerprint: string; readonly name: string };

export interface Project {
  readonly id: string;
  readonly title: string;
  readonly origin: Origin;
  readonly files: readonly SourceFile[];
  /** pytest's arguments, as the reader typed them. */
  readonly arguments: string;
  /** Whether the handbook's sample backend lies under the files in a run. */
  readonly withBackend: boolean;
  /** Counts the times it was kept, so that two tabs notice each other. 0: never. */
  readonly revision: number;
}

const text = v.string();
const originSchema = v.variant('kind', [
  v.object({ kind: v.literal('own') }),
  v.object({ kind: v.literal('link'), fingerprint: text }),
  v.object({ kind: v.literal('example'), fingerprint: text, name: text }),
]);
const projectSchema = v.object({
  version: v.literal(1),
  id: text,
  title: text,
  origin: originSchema,
  files: v.array(v.object({ path: text, text })),
  arguments: text,
  withBackend: v.boolean(),
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** As it is kept. */
export function writeProject(project: Project): string {
  return JSON.stringify({ version: 1, ...project });
}

/** Undefined if it is none: damaged, or written by a newer page. */
export function readProject(item: string): Project | undefined {
  let data: unknown;
  try {
    data = JSON.parse(item);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(projectSchema, data);
  if (!parsed.success || filesProblem(parsed.output.files) !== undefined) return undefined;
  const { id, title, origin, files, arguments: typed, withBackend, revision } = parsed.output;
  return { id, title, origin, files, arguments: typed, withBackend, revision };
}

/** `title`, or `title (2)` and so on, if others have that name. */
export function freeTitle(title: string, others: readonly string[]): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? title : `${title} (${count})`;
    if (!others.includes(candidate)) return candidate;
  }
}
