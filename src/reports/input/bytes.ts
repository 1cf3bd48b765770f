import { fail, ReportFailure } from '../errors.ts';

/** A file as it arrives. Node's file streams and the browser's `chunksOf(file.stream())` fit. */
export type Chunks = AsyncIterable<Uint8Array>;

/** The chunks of a web stream; Safari's streams can't be iterated by themselves. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Reached also when the consumer has seen enough: stop the source, whatever it says to that.
    await reader.cancel().catch(() => undefined);
  }
}

/** Unpack gzip if the data is gzip, and stop at `limit` bytes of content: a small file can hold terabytes. */
export async function* unpacked(chunks: Chunks, limit: number): AsyncGenerator<Uint8Array, void> {
  const [head, rest] = await peek(chunks, 2);
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  let bytes = 0;
  for await (const chunk of packed ? gunzip(rest) : rest) {
    bytes += chunk.length;
    if (bytes > limit) fail({ kind: 'too-large', limit, packed });
    yield chunk;
  }
}

async function* gunzip(chunks: Chunks): AsyncGenerator<Uint8Array, void> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  let sourceError: unknown;
  const pump = (async () => {
    try {
      // A copy: the stream's types want memory that is not shared with other threads.
      for await (const chunk of chunks) await writer.write(new Uint8Array(chunk));
      await writer.close();
    } catch (error) {
      sourceError = error;
      await writer.abort(error).catch(() => undefined);
    }
  })();
  try {
    yield* chunksOf(stream.readable);
    await pump;
  } catch (error) {
    if (sourceError instanceof ReportFailure) throw sourceError;
    fail({ kind: 'gzip-damaged', reason: messageOf(error) });
  }
}

/** The chunks, with what the source throws turned into a typed problem. */
export async function* guarded(chunks: Chunks): AsyncGenerator<Uint8Array, void> {
  try {
    yield* chunks;
  } catch (error) {
    fail({ kind: 'unreadable', reason: messageOf(error) });
  }
}

/** The first `count` bytes, and all of the chunks from the beginning. */
async function peek(chunks: Chunks, count: number): Promise<[Uint8Array, Chunks]> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.length;
  }
  const head = new Uint8Array(count);
  let at = 0;
  for (const chunk of seen) {
    head.set(chunk.subarray(0, count - at), at);
    at += Math.min(chunk.length, count - at);
  }
  return [head.subarray(0, at), again(seen, iterator)];
}

async function* again(
  seen: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* seen;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** What an error says, in one line. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
