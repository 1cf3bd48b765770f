/** Text into something that an address may hold, and back; with limits, since addresses come from strangers. */

/**
 * Deflate in zlib's wrapping, whose checksum tells a link that lost a character from a whole one, and
 * base64 in the alphabet for addresses (RFC 4648, section 5), without padding.
 */
export async function pack(text: string): Promise<string> {
  const packed = await drain(
    stream(new TextEncoder().encode(text), new CompressionStream('deflate')),
    Infinity,
  );
  // Never too long: there is no limit.
  return packed === undefined ? '' : toBase64Url(packed);
}

export type Unpacked =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged' };

/** @param most bytes of text accepted; unpacking stops there, whatever the packed text would grow to. */
export async function unpack(packed: string, most: number): Promise<Unpacked> {
  try {
    const bytes = await drain(stream(fromBase64Url(packed), new DecompressionStream('deflate')), most);
    if (!bytes) return { kind: 'too-large' };
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'damaged' };
  }
}

function stream(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(through);
}

/** All bytes of a stream, or undefined as soon as there are more than `most`. */
async function drain(
  source: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = source.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  // A piece at a time: the stack does not hold as many arguments as there may be bytes.
  const PIECE = 8_192;
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws DOMException on anything that is not base64 in this alphabet. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new DOMException('not base64', 'InvalidCharacterError');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
