/**
 * Zeroes the free memory in a snapshot: what was freed still holds old bytes, which compress badly and
 * help nobody. Python uses Emscripten's dlmalloc alone, so its chunks can be walked from the heap's
 * base: each has its size at +4, with the lowest bits as flags, 2 meaning "in use".
 */

const IN_USE = 2;
const FLAGS = 7;
/** Bytes of a free chunk that belong to the allocator's lists; large chunks are in a tree and need more. */
const LIST_BYTES = 16;
const TREE_BYTES = 32;
const TREE_FROM = 256;

/**
 * Zero free chunks in place.
 * @param memory the whole memory, from address 0.
 * @param heapBase address of the first chunk.
 * @returns bytes zeroed; 0 if the walk does not end where a heap ends, and then nothing is touched.
 */
export function scrubFreeChunks(memory: Uint8Array, heapBase: number): number {
  const words = new DataView(memory.buffer, memory.byteOffset, memory.byteLength);
  const free: (readonly [number, number])[] = [];
  // Chunks are 8-byte aligned; the heap's base is too.
  let at = Math.ceil(heapBase / 8) * 8;
  let chunks = 0;
  while (at + 8 <= memory.length) {
    const head = words.getUint32(at + 4, true);
    const size = head & ~FLAGS;
    if (size === 0) break;
    if (size < LIST_BYTES || at + size > memory.length) return 0;
    if ((head & IN_USE) === 0) {
      const kept = size >= TREE_FROM ? TREE_BYTES : LIST_BYTES;
      // The last word of a free chunk is its size again, in the next chunk's first word: left alone.
      if (size > kept) free.push([at + kept, at + size]);
    }
    at += size;
    chunks += 1;
  }
  if (chunks < 1000) return 0;
  return free.reduce((sum, [from, to]) => {
    memory.fill(0, from, to);
    return sum + to - from;
  }, 0);
}
