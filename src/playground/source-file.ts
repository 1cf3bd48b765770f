/** One file of a project. */
export interface SourceFile {
  /** Relative to the project's folder, with `/` between folders. */
  readonly path: string;
  readonly text: string;
}

/** Files by path, as a run and a link take them. */
export function byPath(files: readonly SourceFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

/** The other way round, in the order of the object. */
export function toSourceFiles(files: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}
