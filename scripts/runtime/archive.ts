/**
 * Lays files out in a zip whose beginning is of use before the rest has arrived.
 *
 * Python keeps a listing of each archive on its path, with the place of every file. So the archive is laid out
 * once, what examples read in front; its two ends are sent first, and stand where they stand in the whole. When the
 * rest comes, every place stays the same.
 */
import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';

export interface Archive {
  /** The whole zip, entries stored: it is compressed as a whole on its way. */
  readonly whole: Uint8Array;
  /** The two ends: the first files, and the listing of all. */
  readonly first: Uint8Array;
  /** Where the other files begin, in bytes: `whole` is `first` up to here, then `rest`. */
  readonly firstBytes: number;
  readonly rest: Uint8Array;
  /** SHA-256 of the files, whatever their order. */
  readonly content: string;
}

/** A fixed time: the same files must give the same bytes, and so the same name. */
const FIXED_TIME = new Date(2026, 0, 1);

const LOCAL_HEADER = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const END_RECORD = 22;
const END_SIGNATURE = 0x06054b50;
/** In the end record: where the listing begins. */
const LISTING_AT = 16;

/** @throws Error if a first file is not among the files */
export function layOut(files: ReadonlyMap<string, Uint8Array>, first: readonly string[]): Archive {
  const missing = first.find((path) => !files.has(path));
  if (missing !== undefined) throw new Error(`${missing} is to come first, but there is no such file`);
  const early = new Set(first);
  const paths = [...files.keys()].sort();
  const order = [...paths.filter((path) => early.has(path)), ...paths.filter((path) => !early.has(path))];
  const whole = zipSync(Object.fromEntries(order.map((path) => [path, stored(files.get(path))])));

  let at = 0;
  let firstBytes = 0;
  for (const path of order) {
    at += LOCAL_HEADER + Buffer.byteLength(path) + (files.get(path)?.length ?? 0);
    if (early.has(path)) firstBytes = at;
  }
  const listing = listingOf(whole, at, order.length);
  return {
    whole,
    first: Buffer.concat([whole.subarray(0, firstBytes), listing]),
    firstBytes,
    rest: whole.subarray(firstBytes),
    content: hashOf(files, paths),
  };
}

function hashOf(files: ReadonlyMap<string, Uint8Array>, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const bytes = files.get(path) ?? new Uint8Array();
    hash.update(`${path} ${bytes.length} `).update(bytes);
  }
  return hash.digest('hex');
}

function stored(bytes: Uint8Array = new Uint8Array()): Zippable[string] {
  return [bytes, { level: 0, mtime: FIXED_TIME }];
}

/** The listing and the end record; checks that the zip is laid out as was counted. */
function listingOf(whole: Uint8Array, at: number, count: number): Uint8Array {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const end = whole.length - END_RECORD;
  const asCounted =
    view.getUint32(0, true) === LOCAL_SIGNATURE &&
    view.getUint32(end, true) === END_SIGNATURE &&
    view.getUint32(end + LISTING_AT, true) === at;
  if (count > 0 && !asCounted) throw new Error('the zip is not laid out as this file counts');
  return whole.subarray(at);
}
