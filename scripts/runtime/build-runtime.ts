/**
 * Makes the files that the sandbox runs on, in public/runtime/, and the manifest that names them.
 * Names carry a hash of the content, so a host may cache them for ever.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetEntry, AssetName, RuntimeManifest } from '../../src/runner/assets.ts';
import type { RunOrder } from '../../src/runner/protocol.ts';
import { bytesOf } from '../../src/interpreter/bytes.ts';
import { headerOf } from '../../src/interpreter/snapshot.ts';
import { loadBackend, loadPatterns } from '../../src/patterns/load.ts';
import { signaturesOf } from '../../src/patterns/signatures.ts';
import { cachedSnapshot } from './build-snapshot.ts';
import { bundleScript } from './bundle.ts';
import { layOutArchives, wholeArchives } from './archives.ts';
import { compression } from './compression.ts';

const OUTPUT = 'public/runtime';
const GENERATED = 'src/generated';
const PACKAGES = '.cache/python/browser';

/** With three, a reader's first click took two thirds of the time that it took with one. */
const THROWAWAY_COPIES = 3;

/** Build everything; files that are there already under the same hash are kept. */
export async function buildRuntime(): Promise<void> {
  if (!existsSync(PACKAGES)) {
    throw new Error(
      `${PACKAGES} is missing: the Python packages for the browser are not set up; run \`npm start\``,
    );
  }
  const keeping = process.env.PUBLIC_SERVICE_WORKER === 'off' ? 'off' : 'on';
  const [worker, frame, serviceWorker] = await Promise.all([
    bundleScript('src/runner/sandbox/worker.ts'),
    bundleScript('src/runner/sandbox/frame.ts'),
    bundleScript('src/service-worker/service-worker.ts', { SERVICE_WORKER: JSON.stringify(keeping) }),
  ]);
  const archives = layOutArchives();
  const { standardLibrary, packages } = archives;
  const snapshot = await cachedSnapshot(wholeArchives(archives));
  const contents: Record<AssetName, Uint8Array> = {
    worker: Buffer.from(worker),
    wasm: readFileSync('node_modules/pyodide/pyodide.asm.wasm'),
    standardLibrary: standardLibrary.first,
    packages: packages.first,
    snapshot,
    standardLibraryRest: standardLibrary.rest,
    packagesRest: packages.rest,
  };
  mkdirSync(OUTPUT, { recursive: true });
  const assets = Object.fromEntries(
    Object.entries(contents).map(([name, bytes]) => [name, writeAsset(name, bytes)]),
  ) as Record<AssetName, AssetEntry>;
  removeOthers(Object.values(assets).map((entry) => entry.file));
  // Beside the pages: a service worker answers only for the folder that it is in.
  writeFileSync('public/service-worker.js', serviceWorker);
  writeGenerated('backend.json', loadBackend());
  writeGenerated('signatures.json', signaturesOf(loadPatterns()));
  writeManifest({
    assets,
    firstBytes: { standardLibrary: standardLibrary.firstBytes, packages: packages.firstBytes },
    snapshotHeader: Buffer.from(headerOf(bytesOf(snapshot))).toString('hex'),
    throwaway: throwawayRun(),
    frame: { script: frame, csp: cspHash(frame) },
  });
}

/** Several copies of the session: engines compile well what has been called often, and a run starts only once. */
function throwawayRun(): RunOrder {
  const session = readFileSync('python/redgreen_runner/warm_up_session.py', 'utf8');
  const names = Array.from({ length: THROWAWAY_COPIES }, (_, index) => `test_warm_up_${index}.py`);
  return { files: Object.fromEntries(names.map((name) => [name, session])), arguments: [] };
}

function writeAsset(name: string, bytes: Uint8Array): AssetEntry {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { extension, pack } = compression(name);
  const file = `${name}.${sha256.slice(0, 16)}.${extension}`;
  const path = join(OUTPUT, file);
  if (!existsSync(path)) writeFileSync(path, pack(bytes));
  return { file, bytes: readFileSync(path).byteLength, length: bytes.byteLength, sha256 };
}

function removeOthers(kept: readonly string[]): void {
  for (const file of readdirSync(OUTPUT)) {
    if (/\.(gz|zst)$/.test(file) && !kept.includes(file)) rmSync(join(OUTPUT, file));
  }
}

function writeManifest(manifest: RuntimeManifest): void {
  writeGenerated('runtime.json', manifest);
}

/** The page's scripts import these; they are made anew with each build. */
function writeGenerated(name: string, data: object): void {
  mkdirSync(GENERATED, { recursive: true });
  writeFileSync(join(GENERATED, name), `${JSON.stringify(data, null, 2)}\n`);
}

/** The frame's policy allows exactly this script. */
function cspHash(script: string): string {
  if (script.includes('</script')) throw new Error('the frame script would end its own element');
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

if (import.meta.main) {
  await buildRuntime();
}
