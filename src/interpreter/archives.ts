/** The two zips that Python imports from, and how they come in two parts: see `scripts/runtime/archive.ts`. */

/** Where Pyodide puts the standard library; its version is part of the name. */
export const STANDARD_LIBRARY_PATH = '/lib/python314.zip';

/** Where the packages lie: one zip on `sys.path`, as unpacking 950 files takes longer. */
export const PACKAGES_PATH = '/lib/redgreen/packages.zip';

/** Both zips, whole. */
export interface Archives {
  readonly standardLibrary: Uint8Array;
  readonly packages: Uint8Array;
}

/** The two ends of an archive: its first files and the listing of all. What is between them is not there yet. */
export interface ArchiveEnds {
  readonly ends: Uint8Array;
  /** Length of the first files alone, in bytes. */
  readonly firstBytes: number;
  /** Of the whole archive, in bytes. */
  readonly wholeBytes: number;
}

/** Put the first files and the rest together; every file stays at its place. */
export function wholeArchive(
  first: Uint8Array,
  firstBytes: number,
  rest: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(firstBytes + rest.length);
  whole.set(first.subarray(0, firstBytes));
  whole.set(rest, firstBytes);
  return whole;
}

/** The part of Emscripten's file system that is used here; Pyodide's own types of it do not resolve. */
export interface FileSystem {
  mkdirTree(path: string): void;
  /** @param options `canOwn` lets the file be the very bytes that are given, without a copy of them. */
  writeFile(path: string, data: Uint8Array, options?: { readonly canOwn: boolean }): void;
  readFile(path: string): Uint8Array;
  open(path: string, flags: string): object;
  write(stream: object, data: Uint8Array, offset: number, length: number, position: number): number;
  close(stream: object): void;
}

/** Put whole archives in their places; Python then can import everything. */
export function writeArchives(files: FileSystem, { standardLibrary, packages }: Archives): void {
  files.writeFile(STANDARD_LIBRARY_PATH, standardLibrary, { canOwn: true });
  writePackages(files, packages);
}

/** For a boot: the standard library is written by Pyodide itself. */
export function writePackages(files: FileSystem, packages: Uint8Array): void {
  files.mkdirTree(PACKAGES_PATH.slice(0, PACKAGES_PATH.lastIndexOf('/')));
  files.writeFile(PACKAGES_PATH, packages, { canOwn: true });
}

/** Put the ends of the archives where they belong; between them the files are empty, and take no memory. */
export function writeEnds(files: FileSystem, ends: Readonly<Record<keyof Archives, ArchiveEnds>>): void {
  writePackages(files, new Uint8Array());
  writeAtEnds(files, STANDARD_LIBRARY_PATH, ends.standardLibrary);
  writeAtEnds(files, PACKAGES_PATH, ends.packages);
}

function writeAtEnds(files: FileSystem, path: string, { ends, firstBytes, wholeBytes }: ArchiveEnds): void {
  const stream = files.open(path, 'w');
  const listingBytes = ends.length - firstBytes;
  files.write(stream, ends, 0, firstBytes, 0);
  files.write(stream, ends, firstBytes, listingBytes, wholeBytes - listingBytes);
  files.close(stream);
}
