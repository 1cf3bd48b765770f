/** A worker of the page's own: unpacks what was fetched and checks it, so that the page stays smooth meanwhile. */
import { ZSTDDecoder } from 'zstddec';
import type { UnpackAnswer, UnpackOrder } from './unpack.ts';

const decoder = new ZSTDDecoder();

self.onmessage = (event: MessageEvent<UnpackOrder>) => {
  void answer(event.data).then((message) => {
    self.postMessage(message);
  });
};

/** Gives a blob: the page, the frame and every worker share its bytes, and none of them holds a copy. */
async function answer({ id, packed, length, sha256 }: UnpackOrder): Promise<UnpackAnswer> {
  try {
    const bytes = await unpack(packed, length);
    const problem = bytes.byteLength === length ? await wrongHash(bytes, sha256) : 'it is not whole';
    return problem === undefined
      ? { kind: 'unpacked', id, content: new Blob([bytes]) }
      : { kind: 'damaged', id, detail: problem };
  } catch (problem) {
    return { kind: 'damaged', id, detail: String(problem) };
  }
}

/** By what the bytes are, not by the file's name: some hosts send files with a content encoding, unpacked already. */
async function unpack(packed: ArrayBuffer, length: number): Promise<ArrayBuffer> {
  const [first, second, third, fourth] = new Uint8Array(packed, 0, Math.min(4, packed.byteLength));
  if (first === 0x1f && second === 0x8b) return await gunzip(packed);
  if (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) {
    await decoder.init();
    return decoder.decode(new Uint8Array(packed), length).buffer as ArrayBuffer;
  }
  return packed;
}

async function gunzip(packed: ArrayBuffer): Promise<ArrayBuffer> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return await new Response(stream).arrayBuffer();
}

/** Web Crypto is only there on https and localhost; elsewhere a hash over the same plain line proves nothing. */
async function wrongHash(bytes: ArrayBuffer, expected: string): Promise<string | undefined> {
  const crypto = globalThis.crypto as Partial<Crypto> | undefined;
  if (!crypto?.subtle) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === expected ? undefined : `it has SHA-256 ${hex}, expected ${expected}`;
}
