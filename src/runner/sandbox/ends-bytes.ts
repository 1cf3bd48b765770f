import type { Bytes } from '../../interpreter/bytes.ts';

/** An archive of which only the two ends have come. Every byte between them reads as zero. */
export class EndsBytes implements Bytes {
  readonly length: number;
  readonly #ends: Bytes;
  readonly #firstBytes: number;

  /**
   * @param firstBytes how many of the ends' bytes stand at the beginning.
   * @param wholeBytes length of the archive.
   */
  constructor(ends: Bytes, firstBytes: number, wholeBytes: number) {
    this.#ends = ends;
    this.#firstBytes = firstBytes;
    this.length = wholeBytes;
  }

  read(from: number, to: number): Uint8Array {
    const missing = this.length - this.#ends.length;
    if (from < this.#firstBytes) return this.#ends.read(from, Math.min(to, this.#firstBytes));
    const listing = this.#firstBytes + missing;
    if (from < listing) return new Uint8Array(Math.min(to, listing) - from);
    return this.#ends.read(from - missing, to - missing);
  }
}
