/** Reads blobs as Python reads files: at once, a piece at a time. */
import { letGo, type Bytes } from '../../interpreter/bytes.ts';

/** Only workers have it, and the types that this project is checked with are a page's. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** How much is read at once unless told otherwise, in bytes. */
const PIECE = 2 ** 20;

/** How many pieces are kept: Python reads two archives in turns, and a file in small steps. */
const KEPT = 4;

// Taken before any of the reader's Python runs.
const reader = new FileReaderSync();

/** A blob, read by the piece. What `read` gives is good until the next call. */
export class BlobBytes implements Bytes {
  readonly #blob: Blob;
  readonly #size: number;
  readonly #pieces = new Map<number, Uint8Array<ArrayBuffer>>();

  /** @param size how much is read at once, in bytes: each reading costs a while, whatever its size */
  constructor(blob: Blob, size = PIECE) {
    this.#blob = blob;
    this.#size = size;
  }

  get length(): number {
    return this.#blob.size;
  }

  /** @throws DOMException if the browser has let go of the blob */
  read(from: number, to: number): Uint8Array {
    const index = Math.floor(from / this.#size);
    const start = index * this.#size;
    return this.#piece(index).subarray(from - start, to - start);
  }

  /** Keep nothing. It can be read again. */
  letGo(): void {
    for (const index of [...this.#pieces.keys()]) this.#drop(index);
  }

  #piece(index: number): Uint8Array<ArrayBuffer> {
    const kept = this.#pieces.get(index);
    if (kept) return kept;
    const piece = new Uint8Array(
      reader.readAsArrayBuffer(this.#blob.slice(index * this.#size, (index + 1) * this.#size)),
    );
    this.#pieces.set(index, piece);
    const [oldest] = this.#pieces.keys();
    if (this.#pieces.size > KEPT && oldest !== undefined) this.#drop(oldest);
    return piece;
  }

  #drop(index: number): void {
    const piece = this.#pieces.get(index);
    this.#pieces.delete(index);
    if (piece) letGo(piece.buffer);
  }
}
