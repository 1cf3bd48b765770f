import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** A file served as the site serves `/redgreen.tgz`, for tests. */
export interface Served {
  readonly url: string;
  readonly close: () => void;
}

/** Serve one file on a free port of this machine. */
export async function serve(file: string): Promise<Served> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/gzip' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/redgreen.tgz`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
