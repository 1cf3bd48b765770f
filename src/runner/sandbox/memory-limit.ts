/** Keeps an interpreter from taking the reader's whole memory. */

/** Bytes that one interpreter may have: Python then raises MemoryError, which is data. */
const MOST_MEMORY = 512 * 1024 * 1024;
const PAGE = 64 * 1024;

/** From now on no WebAssembly memory in this worker grows over the limit. */
export function limitMemory(most = MOST_MEMORY): void {
  const { prototype } = WebAssembly.Memory;
  // Called on the memory below, never on its own.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { grow } = prototype;
  prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE > most) throw new RangeError('the limit of memory is reached');
    return grow.call(this, pages);
  };
}
