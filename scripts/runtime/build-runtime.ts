/**
 * Makes the files that the sandbox runs on, in public/runtime/, and the manifest that names them.
 * Names carry a hash of the content, so a host may cache them for ever.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AssetEntry, AssetName, RuntimeManifest } from '../../src/runner/assets.ts';
import { loadBackend, loadPatterns } from '../../src/patterns/load.ts';
import { signaturesOf } from '../../src/patterns/signatures.ts';
import { cachedSnapshot } from './build-snapshot.ts';
import { bundleScript } from './bundle.ts';
import { packPackages } from './packages.ts';

const OUTPUT = 'public/runtime';
const GENERATED = 'src/generated';
const PACKAGES = '.cache/python/browser';
const RUNNER = 'python/redgreen_runner';

/** Build everything; files that are there already under the same hash are kept. */
export async function buildRuntime(): Promise<void> {
  if (!existsSync(PACKAGES)) {
    throw new Error(
      `${PACKAGES} is missing: the Python packages for the browser are not set up; run \`npm start\``,
    );
  }
  const [worker, frame] = await Promise.all([
    bundleScript('src/runner/sandbox/worker.ts'),
    bundleScript('src/runner/sandbox/frame.ts'),
  ]);
  const packages = packPackages(PACKAGES, RUNNER);
  const contents: Record<AssetName, Uint8Array> = {
    worker: Buffer.from(worker),
    wasm: readFileSync('node_modules/pyodide/pyodide.asm.wasm'),
    standardLibrary: readFileSync('node_modules/pyodide/python_stdlib.zip'),
    packages: packages.zip,
    snapshot: await cachedSnapshot(packages.zip),
  };
  mkdirSync(OUTPUT, { recursive: true });
  const assets = Object.fromEntries(
    Object.entries(contents).map(([name, bytes]) => [name, writeAsset(name, bytes)]),
  ) as Record<AssetName, AssetEntry>;
  removeOthers(Object.values(assets).map((entry) => entry.file));
  writeGenerated('backend.json', loadBackend());
  writeGenerated('signatures.json', signaturesOf(loadPatterns()));
  writeManifest({ assets, frame: { script: frame, csp: cspHash(frame) } });
}

function writeAsset(name: string, bytes: Uint8Array): AssetEntry {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = `${name}.${sha256.slice(0, 16)}.gz`;
  const path = join(OUTPUT, file);
  if (!existsSync(path)) writeFileSync(path, gzipSync(bytes, { level: 9 }));
  return { file, bytes: readFileSync(path).byteLength, sha256 };
}

function removeOthers(kept: readonly string[]): void {
  for (const file of readdirSync(OUTPUT)) {
    if (file.endsWith('.gz') && !kept.includes(file)) rmSync(join(OUTPUT, file));
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
