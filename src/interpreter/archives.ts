/** The two zips that Python imports from, and how they come in two parts: see `scripts/runtime/archive.ts`. */
import type { Bytes } from './bytes.ts';

/** Where Pyodide puts the standard library; its version is part of the name. */
export const STANDARD_LIBRARY_PATH = '/lib/python314.zip';

/** Where the packages lie: one zip on `sys.path`, as unpacking 950 files takes longer. */
export const PACKAGES_PATH = '/lib/redgreen/packages.zip';

/** Something for each of the two zips. */
export type Archives<Content> = Readonly<Record<'standardLibrary' | 'packages', Content>>;

/** The part of Emscripten's file system that is used here; Pyodide's own types of it do not resolve. */
export interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array): void;
  readFile(path: string): Uint8Array;
  /** Times are milliseconds since 1970. */
  utime(path: string, accessed: number, changed: number): void;
  lookupPath(path: string): { readonly node: FileNode };
}

/** A file, as Emscripten's file system in memory keeps it. */
interface FileNode {
  usedBytes: number;
  stream_ops: StreamOperations;
}

interface StreamOperations {
  /** @returns how many bytes were put into `buffer` at `offset` */
  readonly read: (
    stream: unknown,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => number;
}

/** The time of every archive, in milliseconds since 1970: Python remembers what it has read of one by its time. */
const ARCHIVE_TIME = Date.UTC(2026, 0, 1);

/** Put both archives in their places, or other bytes in the place of theirs. */
export function mountArchives(files: FileSystem, { standardLibrary, packages }: Archives<Bytes>): void {
  mountFile(files, STANDARD_LIBRARY_PATH, standardLibrary);
  mountFile(files, PACKAGES_PATH, packages);
}

/** Make a file whose bytes are read when Python reads them: an archive in each interpreter's memory takes megabytes. */
export function mountFile(files: FileSystem, path: string, bytes: Bytes): void {
  files.mkdirTree(path.slice(0, path.lastIndexOf('/')));
  files.writeFile(path, new Uint8Array());
  const { node } = files.lookupPath(path);
  node.usedBytes = bytes.length;
  files.utime(path, ARCHIVE_TIME, ARCHIVE_TIME);
  node.stream_ops = {
    ...node.stream_ops,
    read: (_stream, buffer, offset, length, position) => {
      const part = bytes.read(position, Math.min(position + length, bytes.length));
      buffer.set(part, offset);
      return part.length;
    },
  };
}
