/** Fetches what the sandbox is made of, once per page, and checks it against the build's manifest. */
import { wholeArchive, type ArchiveEnds, type Archives } from '../interpreter/archives.ts';
import { RunnerFault } from './faults.ts';
import type { RunOrder, SandboxAssets } from './protocol.ts';
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
  readonly firstBytes: Readonly<Record<keyof Archives, number>>;
  /** What `throwaway.ts` runs. */
  readonly throwaway: RunOrder;
  /** The frame's script, and its hash as the frame's Content-Security-Policy names it. */
  readonly frame: { readonly script: string; readonly csp: string };
}

type Ends = SandboxAssets['ends'];

/** Bytes that have arrived, of all that will. */
export type OnProgress = (loaded: number, total: number) => void;

/** Fetch what the first verdict needs, side by side. @throws RunnerFault offline, asset-missing, asset-changed */
export async function fetchAssets(
  manifest: RuntimeManifest,
  base: string,
  onProgress: OnProgress,
): Promise<SandboxAssets> {
  const { assets, firstBytes } = manifest;
  const loaded = await fetchAll(FIRST, manifest, base, onProgress);
  const endsOf = (name: keyof Archives): ArchiveEnds => ({
    ends: new Uint8Array(loaded[name]),
    firstBytes: firstBytes[name],
    wholeBytes: firstBytes[name] + assets[`${name}Rest`].length,
  });
  const ends = { standardLibrary: endsOf('standardLibrary'), packages: endsOf('packages') };
  return { worker: loaded.worker, wasm: loaded.wasm, snapshot: loaded.snapshot, ends };
}

/** Fetch the rest of the archives and put them together. @throws RunnerFault as `fetchAssets` does */
export async function fetchArchives(
  manifest: RuntimeManifest,
  base: string,
  { standardLibrary, packages }: Ends,
  onProgress: OnProgress,
): Promise<Archives> {
  const rest = await fetchAll(REST, manifest, base, onProgress);
  const whole = ({ ends, firstBytes }: ArchiveEnds, more: ArrayBuffer): Uint8Array =>
    wholeArchive(ends, firstBytes, new Uint8Array(more));
  return {
    standardLibrary: whole(standardLibrary, rest.standardLibraryRest),
    packages: whole(packages, rest.packagesRest),
  };
}

async function fetchAll<Name extends AssetName>(
  names: readonly Name[],
  { assets }: RuntimeManifest,
  base: string,
  onProgress: OnProgress,
): Promise<Record<Name, ArrayBuffer>> {
  const total = names.reduce((sum, name) => sum + assets[name].bytes, 0);
  let loaded = 0;
  const unpacker = new Unpacker();
  try {
    const loadedAssets = await Promise.all(
      names.map(async (name) => {
        const packed = await fetchPacked(`${base}${assets[name].file}`, (bytes) => {
          loaded += bytes;
          onProgress(Math.min(loaded, total), total);
        });
        return [name, await unpacker.unpack(packed, assets[name])] as const;
      }),
    );
    return Object.fromEntries(loadedAssets) as Record<Name, ArrayBuffer>;
  } finally {
    unpacker.close();
  }
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
