/** A line to a server that counts what comes over it and, if asked to, is slow: the same for every browser. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  /** Bytes that the server has sent, headers included. */
  bytes(): number;
  /** Wait until nothing has come over it for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface LineOptions {
  /** The server's port on this machine. */
  readonly to: number;
  /** For all connections together; undefined lets everything through at once. */
  readonly bytesPerSecond?: number | undefined;
  /** Milliseconds on the way, each way. */
  readonly delay?: number;
}

/** For so long nothing comes over a line that is quiet, in milliseconds. */
const QUIET = 2_500;

/** How often a slow line lets something through, in milliseconds. */
const BEAT = 10;

/** Open a line; connect to its port in place of the server's. */
export async function openLine({ to, bytesPerSecond, delay = 0 }: LineOptions): Promise<Line> {
  let bytes = 0;
  const waiting: { readonly chunk: Buffer; readonly due: number; readonly to: Socket }[] = [];
  let credit = 0;
  let moved = performance.now();

  const beat = setInterval(() => {
    const share = bytesPerSecond === undefined ? Infinity : (bytesPerSecond * BEAT) / 1000;
    credit = waiting.length === 0 ? 0 : Math.min(credit + share, share * 4);
    for (let next = waiting[0]; next && credit > 0 && next.due <= performance.now(); next = waiting[0]) {
      credit -= next.chunk.length;
      next.to.write(next.chunk);
      moved = performance.now();
      waiting.shift();
    }
  }, BEAT);

  const server = createServer((browser) => {
    const site = connect(to, '127.0.0.1');
    site.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      moved = performance.now();
      if (bytesPerSecond === undefined && delay === 0) browser.write(chunk);
      else waiting.push({ chunk, due: performance.now() + delay, to: browser });
    });
    browser.on('data', (chunk: Buffer) => {
      if (delay === 0) site.write(chunk);
      else setTimeout(() => site.write(chunk), delay);
    });
    for (const [one, other] of [
      [browser, site],
      [site, browser],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    quiet: async () => {
      while (waiting.length > 0 || performance.now() - moved < QUIET) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    close: () =>
      new Promise((done) => {
        clearInterval(beat);
        server.close(() => {
          done();
        });
      }),
  };
}
