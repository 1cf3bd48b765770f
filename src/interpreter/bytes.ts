/** Bytes that are read where and when they are needed, so that nobody has to hold all of them. */
export interface Bytes {
  readonly length: number;
  /**
   * Read from one place up to another, or less: at least one byte, unless the first place is the end.
   * What comes is for reading only, before the next call.
   */
  read(from: number, to: number): Uint8Array;
}

/** Bytes that are in memory anyway. */
export function bytesOf(array: Uint8Array): Bytes {
  return { length: array.length, read: (from, to) => array.subarray(from, to) };
}

/** Copy bytes from one place up to another into an array, from its beginning. */
export function readInto(target: Uint8Array, bytes: Bytes, from: number): void {
  for (let done = 0; done < target.length;) {
    const part = bytes.read(from + done, from + target.length);
    if (part.length === 0) throw new RangeError(`there are no bytes at ${from + done}`);
    target.set(part, done);
    done += part.length;
  }
}

/**
 * Free a buffer's memory at once: an interpreter that waits to be used collects no garbage.
 * Sent where nobody listens, the memory is the message's, and that is thrown away.
 */
export function letGo(buffer: ArrayBuffer): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(undefined, [buffer]);
  port1.close();
}
