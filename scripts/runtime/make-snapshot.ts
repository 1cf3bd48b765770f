/** Boots Pyodide under Node, warms it up, and gives its memory as Pyodide writes it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import {
  PACKAGES_PATH,
  STANDARD_LIBRARY_PATH,
  mountFile,
  type Archives,
} from '../../src/interpreter/archives.ts';
import { bytesOf } from '../../src/interpreter/bytes.ts';
import { fileSystem, FIXED_ENVIRONMENT, mountPackages } from '../../src/interpreter/interpreter.ts';
import { layPackage, pythonFiles } from './python-folder.ts';

/** Python that only the build uses; a reader's interpreter never has it. */
const BUILDER = 'python/redgreen_build';
const BUILDER_AT = '/tmp/builder';

const SILENT = { createPyodideModule, stdout: () => undefined, stderr: () => undefined };

/**
 * Make a snapshot.
 * @param archives what restored interpreters will be given, whole: it must be these very bytes.
 */
export async function makeSnapshot(archives: Archives<Uint8Array>): Promise<Uint8Array> {
  const compiled = await compileArchives(archives);
  const folder = mkdtempSync(join(tmpdir(), 'redgreen-snapshot-'));
  try {
    // Under Node, Pyodide reads its standard library from a file.
    const stdLibURL = join(folder, 'python_stdlib.zip');
    writeFileSync(stdLibURL, compiled.standardLibrary);
    const pyodide = await loadPyodide({ ...SILENT, env: FIXED_ENVIRONMENT, stdLibURL, _makeSnapshot: true });
    mountPackages(pyodide, bytesOf(compiled.packages));
    mountBuilder(pyodide);
    const files = fileSystem(pyodide);
    mountFile(files, '/tmp/standard-library.zip', bytesOf(archives.standardLibrary));
    mountFile(files, '/tmp/packages.zip', bytesOf(archives.packages));
    const builder = pyodide.pyimport('redgreen_build.snapshot') as {
      prepare: (replacements: string) => void;
      destroy: () => void;
    };
    const replacements = {
      [STANDARD_LIBRARY_PATH]: '/tmp/standard-library.zip',
      [PACKAGES_PATH]: '/tmp/packages.zip',
    };
    builder.prepare(JSON.stringify(replacements));
    // Proxies live in tables that a snapshot cannot hold.
    builder.destroy();
    return pyodide.makeMemorySnapshot();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The archives with bytecode of this very Python in them. */
async function compileArchives(archives: Archives<Uint8Array>): Promise<Archives<Uint8Array>> {
  const pyodide = await loadPyodide(SILENT);
  mountBuilder(pyodide);
  const files = fileSystem(pyodide);
  const builder = pyodide.pyimport('redgreen_build.archives') as {
    compile_archive: (from: string, to: string, mountedAt: string) => void;
  };
  const compile = (bytes: Uint8Array, mountedAt: string): Uint8Array => {
    files.writeFile('/tmp/from.zip', bytes);
    builder.compile_archive('/tmp/from.zip', '/tmp/to.zip', mountedAt);
    return files.readFile('/tmp/to.zip');
  };
  return {
    standardLibrary: compile(archives.standardLibrary, STANDARD_LIBRARY_PATH),
    packages: compile(archives.packages, PACKAGES_PATH),
  };
}

function mountBuilder(pyodide: PyodideAPI): void {
  layPackage(fileSystem(pyodide), BUILDER, BUILDER_AT);
  const path = (pyodide.pyimport('sys') as { path: { append: (entry: string) => void } }).path;
  path.append(BUILDER_AT);
}

/** Files that a snapshot depends on besides the archives. */
export function snapshotSources(): string[] {
  return ['scripts/runtime/make-snapshot.ts', 'src/interpreter/interpreter.ts', ...pythonFiles(BUILDER)];
}
