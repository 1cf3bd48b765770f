import { fail, type Place } from '../errors.ts';

/** Takes a text in pieces; `place` is where it stands after the last piece. */
export interface TextSink {
  write(text: string): void;
  place(): Place;
}

/** Strict UTF-8 in pieces: a byte that is none leaves with the place that it stands at. */
export interface Decoder {
  write(bytes: Uint8Array, sink: TextSink): void;
  end(sink: TextSink): void;
}

const strict = (): TextDecoder => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** See {@link Decoder}. A byte order mark at the beginning is taken away. */
export function createDecoder(): Decoder {
  const decoder = strict();
  // The last bytes of a chunk when they are the beginning of a character.
  let held: Uint8Array = new Uint8Array(0);
  let started = false;

  const start = (bytes: Uint8Array): Uint8Array => {
    if (started) return bytes;
    started = true;
    const [one, two, three] = bytes;
    if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) {
      fail({ kind: 'not-utf8', place: { line: 1, column: 1 }, looksLike: 'UTF-16' });
    }
    return one === 0xef && two === 0xbb && three === 0xbf ? bytes.subarray(3) : bytes;
  };

  return {
    write(chunk, sink) {
      const all = held.length === 0 ? chunk : joined(held, chunk);
      if (!started && all.length < 3) {
        held = all.slice();
        return;
      }
      const bytes = start(all);
      const whole = bytes.length - unfinished(bytes);
      held = bytes.slice(whole);
      decode(decoder, bytes.subarray(0, whole), sink);
    },
    end(sink) {
      decode(decoder, start(held), sink);
    },
  };
}

function decode(decoder: TextDecoder, bytes: Uint8Array, sink: TextSink): void {
  if (bytes.length === 0) return;
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    sink.write(strict().decode(bytes.subarray(0, validLength(bytes))));
    fail({ kind: 'not-utf8', place: sink.place(), looksLike: 'unknown' });
  }
  sink.write(text);
}

/** How many bytes at the end belong to a character that is not complete: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** Length of the longest beginning that is whole, right UTF-8. */
function validLength(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // In stream mode a character that is cut off at the end is no error yet.
      strict().decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good - unfinished(bytes.subarray(0, good));
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
