/** Fetches what the sandbox is made of, once per page, and checks it against the build's manifest. */
import type { Archives } from '../interpreter/archives.ts';
import { RunnerFault } from './faults.ts';
import type { ArchiveEnds, RunOrder, SandboxCode, SandboxMemory } from './protocol.ts';
import { Unpacker } from './unpack.ts';

/** One file of the runtime, compressed, named after its content. */
export interface AssetEntry {
  readonly file: string;
  /** Bytes over the wire. */
  readonly bytes: number;
  /** Bytes once it is unpacked. */
  readonly length: number;
  /** SHA-256 of the unpacked bytes, hexadecimal. */
  readonly sha256: string;
}

/** What the first verdict needs. */
const FIRST = ['worker', 'wasm', 'standardLibrary', 'packages', 'snapshot'] as const;
/** What makes every import possible. */
const REST = ['standardLibraryRest', 'packagesRest'] as const;

type FirstName = (typeof FIRST)[number];
type RestName = (typeof REST)[number];
export type AssetName = FirstName | RestName;

export interface RuntimeManifest {
  readonly assets: Readonly<Record<AssetName, AssetEntry>>;
  /** Where the rest of each archive goes, in bytes from its beginning. */
  readonly firstBytes: Archives<number>;
  /** Pyodide's header of the snapshot, in hexadecimal: workers start with it while the snapshot is on its way. */
  readonly snapshotHeader: string;
  /** What `throwaway.ts` runs. */
  readonly throwaway: RunOrder;
  /** The frame's script, and its hash as the frame's Content-Security-Policy names it. */
  readonly frame: { readonly script: string; readonly csp: string };
}

/** Bytes that have arrived, of all that will. */
export type OnProgress = (loaded: number, total: number) => void;

/** What the first verdict needs, each part as soon as it is there. */
export interface FirstAssets {
  readonly code: Promise<SandboxCode>;
  readonly memory: Promise<SandboxMemory>;
}

/** Fetch what the first verdict needs, side by side. The promises reject with a RunnerFault: offline, asset-missing, asset-changed. */
export function fetchFirst(manifest: RuntimeManifest, base: string, onProgress: OnProgress): FirstAssets {
  const { assets, firstBytes, snapshotHeader } = manifest;
  const loading = fetchAll(FIRST, manifest, base, onProgress);
  const code = async (): Promise<SandboxCode> => ({
    worker: await loading.worker,
    wasm: await loading.wasm,
    snapshotHeader: Uint8Array.from(snapshotHeader.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
  });
  const endsOf = async (name: keyof Archives<Blob>): Promise<ArchiveEnds> => ({
    ends: await loading[name],
    firstBytes: firstBytes[name],
    wholeBytes: firstBytes[name] + assets[`${name}Rest`].length,
  });
  const memory = async (): Promise<SandboxMemory> => ({
    snapshot: await loading.snapshot,
    ends: { standardLibrary: await endsOf('standardLibrary'), packages: await endsOf('packages') },
  });
  return { code: code(), memory: memory() };
}

/** Fetch the rest of the archives and put them together. @throws RunnerFault as `fetchFirst` does */
export async function fetchArchives(
  manifest: RuntimeManifest,
  base: string,
  { standardLibrary, packages }: Archives<ArchiveEnds>,
  onProgress: OnProgress,
): Promise<Archives<Blob>> {
  const rest = fetchAll(REST, manifest, base, onProgress);
  return {
    standardLibrary: wholeArchive(
      standardLibrary.ends,
      standardLibrary.firstBytes,
      await rest.standardLibraryRest,
    ),
    packages: wholeArchive(packages.ends, packages.firstBytes, await rest.packagesRest),
  };
}

/** Put the first files and the rest together; every file stays at its place. */
export function wholeArchive(ends: Blob, firstBytes: number, rest: Blob): Blob {
  return new Blob([ends.slice(0, firstBytes), rest]);
}

function fetchAll<Name extends AssetName>(
  names: readonly Name[],
  { assets }: RuntimeManifest,
  base: string,
  onProgress: OnProgress,
): Readonly<Record<Name, Promise<Blob>>> {
  const total = names.reduce((sum, name) => sum + assets[name].bytes, 0);
  let loaded = 0;
  const unpacker = new Unpacker();
  const load = async (name: Name): Promise<Blob> => {
    const packed = await fetchPacked(`${base}${assets[name].file}`, (bytes) => {
      loaded += bytes;
      onProgress(Math.min(loaded, total), total);
    });
    return await unpacker.unpack(packed, assets[name]);
  };
  const loading = Object.fromEntries(names.map((name) => [name, load(name)])) as Record<Name, Promise<Blob>>;
  // Whoever awaits one of them hears of its fault; nobody may be awaiting the others.
  void Promise.allSettled(Object.values(loading)).then(() => {
    unpacker.close();
  });
  return loading;
}

async function fetchPacked(url: string, onBytes: (bytes: number) => void): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit' });
  } catch (problem) {
    throw new RunnerFault('offline', `${url}: ${String(problem)}`);
  }
  if (!response.ok) throw new RunnerFault('asset-missing', `${url}: status ${response.status}`);
  return await readAll(response, onBytes);
}

async function readAll(response: Response, onBytes: (bytes: number) => void): Promise<ArrayBuffer> {
  if (!response.body) return await response.arrayBuffer();
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      onBytes(value.byteLength);
    }
  } catch (problem) {
    throw new RunnerFault('offline', `${response.url}: the connection broke off: ${String(problem)}`);
  }
  return await new Blob(chunks).arrayBuffer();
}
