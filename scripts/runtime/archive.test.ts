import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, readInto } from '../../src/interpreter/bytes.ts';
import { wholeArchive } from '../../src/runner/assets.ts';
import { EndsBytes } from '../../src/runner/sandbox/ends-bytes.ts';
import { layOut, type Archive } from './archive.ts';

const FILES = new Map([
  ['late/module.py', new TextEncoder().encode('LATE = "ü"\n')],
  ['early.py', new TextEncoder().encode('EARLY = 1\n')],
  ['another.py', new TextEncoder().encode('ANOTHER = 2\n')],
]);

describe('layOut', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redgreen-archive-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** What Python's own importer makes of the bytes. */
  function importFrom(bytes: Uint8Array, module: string): string {
    const path = join(folder, 'archive.zip');
    writeFileSync(path, bytes);
    return execFileSync(
      'python3',
      [
        '-c',
        'import sys, importlib; sys.path.insert(0, sys.argv[1]); print(vars(importlib.import_module(sys.argv[2])).get("EARLY"))',
        path,
        module,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    ).trim();
  }

  it('keeps every file, the first ones in front', () => {
    const { whole } = layOut(FILES, ['early.py']);
    expect(Object.keys(unzipSync(whole))).toEqual(['early.py', 'another.py', 'late/module.py']);
  });

  it('sends the two ends first: Python imports the first files from them', () => {
    expect(importFrom(withHole(layOut(FILES, ['early.py'])), 'early')).toBe('1');
  });

  it('lists the other files, but they are not there yet', () => {
    expect(() => importFrom(withHole(layOut(FILES, ['early.py'])), 'another')).toThrow(
      /bad local file header/,
    );
  });

  it.each([[[]], [['early.py']], [[...FILES.keys()]]])(
    'is whole when the rest comes, %j first',
    async (names) => {
      const { whole, first, firstBytes, rest } = layOut(FILES, names);
      const together = wholeArchive(blobOf(first), firstBytes, blobOf(rest));
      expect(new Uint8Array(await together.arrayBuffer())).toEqual(new Uint8Array(whole));
    },
  );

  it('has the same content whatever comes first', () => {
    expect(layOut(FILES, ['early.py']).content).toBe(layOut(FILES, ['late/module.py']).content);
    expect(layOut(new Map([...FILES, ['early.py', new Uint8Array()]]), []).content).not.toBe(
      layOut(FILES, []).content,
    );
  });

  it('refuses a first file that does not exist', () => {
    expect(() => layOut(FILES, ['gone.py'])).toThrow('gone.py is to come first, but there is no such file');
  });
});

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)]);
}

/** The ends in their places and nothing between: as the interpreter reads them. */
function withHole({ first, firstBytes, whole }: Archive): Uint8Array {
  const archive = new Uint8Array(whole.length);
  readInto(archive, new EndsBytes(bytesOf(first), firstBytes, whole.length), 0);
  return archive;
}
