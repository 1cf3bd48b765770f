/** The files of a playground and which of them is open: a pure reducer. */
import { MOST_FILES } from './limits.ts';
import { nameProblem, tidyName } from './names.ts';
import type { SourceFile } from './source-file.ts';

export interface Workspace {
  /** In the order of their tabs. */
  readonly files: readonly SourceFile[];
  /** Path of the file that is shown; undefined where there is none. */
  readonly open: string | undefined;
}

export type WorkspaceAction =
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'edit'; readonly path: string; readonly text: string }
  /** The name is as the reader typed it. */
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: 'rename'; readonly path: string; readonly name: string }
  | { readonly kind: 'delete'; readonly path: string }
  /** Put a deleted file back where it was. */
  | { readonly kind: 'restore'; readonly file: SourceFile; readonly index: number };

export type WorkspaceChange =
  | { readonly kind: 'changed'; readonly workspace: Workspace }
  /** Nothing changed; `words` are for the reader. */
  | { readonly kind: 'refused'; readonly words: string };

/** Apply one action. What is not there (a path of a tab that has gone) changes nothing. */
export function change(workspace: Workspace, action: WorkspaceAction): WorkspaceChange {
  const { files } = workspace;
  switch (action.kind) {
    case 'open':
      return has(files, action.path) ? changed(files, action.path) : same(workspace);
    case 'edit':
      return changed(
        files.map((file) => (file.path === action.path ? { ...file, text: action.text } : file)),
        workspace.open,
      );
    case 'add':
      return insert(files, { path: tidyName(action.name), text: '' }, files.length);
    case 'restore':
      return insert(files, action.file, action.index);
    case 'rename':
      return has(files, action.path)
        ? rename(workspace, action.path, tidyName(action.name))
        : same(workspace);
    case 'delete':
      return remove(workspace, action.path);
  }
}

function insert(files: readonly SourceFile[], file: SourceFile, index: number): WorkspaceChange {
  if (files.length >= MOST_FILES) {
    return {
      kind: 'refused',
      words: `There are ${MOST_FILES} files already, which are the most. Delete one first.`,
    };
  }
  const problem = nameProblem(
    file.path,
    files.map(({ path }) => path),
  );
  if (problem) return { kind: 'refused', words: problem.words };
  return changed([...files.slice(0, index), file, ...files.slice(index)], file.path);
}

function rename({ files, open }: Workspace, from: string, to: string): WorkspaceChange {
  if (from === to) return changed(files, open);
  const others = files.map(({ path }) => path).filter((path) => path !== from);
  const problem = nameProblem(to, others);
  if (problem) return { kind: 'refused', words: problem.words };
  const renamed = files.map((file) => (file.path === from ? { ...file, path: to } : file));
  return changed(renamed, open === from ? to : open);
}

function remove(workspace: Workspace, path: string): WorkspaceChange {
  const index = workspace.files.findIndex((file) => file.path === path);
  if (index < 0) return same(workspace);
  const left = workspace.files.filter((file) => file.path !== path);
  const next = (left[index] ?? left.at(-1))?.path;
  return changed(left, workspace.open === path ? next : workspace.open);
}

function has(files: readonly SourceFile[], path: string): boolean {
  return files.some((file) => file.path === path);
}

function changed(files: readonly SourceFile[], open: string | undefined): WorkspaceChange {
  return { kind: 'changed', workspace: { files, open } };
}

function same(workspace: Workspace): WorkspaceChange {
  return { kind: 'changed', workspace };
}

/** Why files from elsewhere (a link, the browser's storage) can't be a workspace; undefined if they can. */
export function filesProblem(files: readonly SourceFile[]): string | undefined {
  if (files.length > MOST_FILES) return `There are ${files.length} files; ${MOST_FILES} are the most.`;
  const seen: string[] = [];
  for (const { path } of files) {
    const problem = nameProblem(path, seen);
    if (problem) return problem.words;
    seen.push(path);
  }
  return undefined;
}
