/** Fetches what the sandbox is made of, once per page, and checks it against the build's manifest. */
import { RunnerFault } from './faults.ts';

/** One file of the runtime, gzipped, named after its content. */
export interface AssetEntry {
  readonly file: string;
  /** Bytes over the wire. */
  readonly bytes: number;
  /** SHA-256 of the unpacked bytes, hexadecimal. */
  readonly sha256: string;
}

export type AssetName = 'worker' | 'wasm' | 'standardLibrary' | 'packages' | 'snapshot';

export interface RuntimeManifest {
  readonly assets: Readonly<Record<AssetName, AssetEntry>>;
  /** The frame's script, and its hash as the frame's Content-Security-Policy names it. */
  readonly frame: { readonly script: string; readonly csp: string };
}

export type LoadedAssets = Readonly<Record<AssetName, ArrayBuffer>>;

/** Bytes that have arrived, of all that will. */
export type OnProgress = (loaded: number, total: number) => void;

/** Fetch all assets side by side. @throws RunnerFault offline, asset-missing, asset-changed */
export async function fetchAssets(
  manifest: RuntimeManifest,
  base: string,
  onProgress: OnProgress,
): Promise<LoadedAssets> {
  const { assets } = manifest;
  const total = Object.values(assets).reduce((sum, entry) => sum + entry.bytes, 0);
  let loaded = 0;
  const one = async (entry: AssetEntry): Promise<ArrayBuffer> =>
    await fetchAsset(entry, base, (bytes) => {
      loaded += bytes;
      onProgress(Math.min(loaded, total), total);
    });
  const [worker, wasm, standardLibrary, packages, snapshot] = await Promise.all([
    one(assets.worker),
    one(assets.wasm),
    one(assets.standardLibrary),
    one(assets.packages),
    one(assets.snapshot),
  ]);
  return { worker, wasm, standardLibrary, packages, snapshot };
}

async function fetchAsset(
  entry: AssetEntry,
  base: string,
  onBytes: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const response = await request(`${base}${entry.file}`);
  const arrived = await readAll(response, onBytes);
  const bytes = isGzip(arrived) ? await unpack(arrived, entry.file) : arrived;
  await check(bytes, entry);
  return bytes;
}

async function request(url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit' });
  } catch (problem) {
    throw new RunnerFault('offline', `${url}: ${String(problem)}`);
  }
  if (!response.ok) throw new RunnerFault('asset-missing', `${url}: status ${response.status}`);
  return response;
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

/** Some hosts send .gz files with a content encoding, and the browser has then unpacked them already. */
function isGzip(buffer: ArrayBuffer): boolean {
  const head = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function unpack(buffer: ArrayBuffer, file: string): Promise<ArrayBuffer> {
  try {
    const stream = new Blob([buffer]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await new Response(stream).arrayBuffer();
  } catch (problem) {
    throw new RunnerFault('asset-changed', `${file} is not whole: ${String(problem)}`);
  }
}

/** Web Crypto is only there on https and localhost; elsewhere a hash over the same plain line proves nothing. */
async function check(buffer: ArrayBuffer, entry: AssetEntry): Promise<void> {
  const crypto = globalThis.crypto as Partial<Crypto> | undefined;
  if (!crypto?.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== entry.sha256) {
    throw new RunnerFault('asset-changed', `${entry.file} has SHA-256 ${hex}, expected ${entry.sha256}`);
  }
}
