import { createReadStream, readFileSync, statSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { Trouble } from '../setup/trouble.mjs';

/** Only this machine: the site is for its reader, not for the network. */
const HOST = '127.0.0.1';

export interface ServeOptions {
  /** The built site. */
  readonly dir: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the site was built to live, such as "/redgreen/"; default "/". */
  readonly basePath?: string | undefined;
}

export interface Serving {
  readonly port: number;
  /** Address of the site's first page. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as a static host would. Files are read anew for each request, so a feed published into the
 * folder is followed at once.
 *
 * @throws Trouble when the port is taken
 */
export async function serveSite({ dir, port, basePath = '/' }: ServeOptions): Promise<Serving> {
  const base = normaliseBase(basePath);
  const root = resolve(dir);
  const files = sirv(root, { dev: true, etag: true, gzip: true, brotli: true, setHeaders });
  const server = createServer((request, response) => {
    answer(request, response, { root, base, files });
  });
  await listen(server, port);
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    port: actual,
    url: `http://${HOST}:${actual}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

/** "/", or a path that begins and ends with a slash, from the ways people write a base path. */
export function normaliseBase(basePath: string): string {
  const inner = basePath.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Fails early, before a long build, when another program has the port. */
export async function assertPortFree(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await new Promise((done) => server.close(done));
}

interface Site {
  readonly root: string;
  readonly base: string;
  readonly files: ReturnType<typeof sirv>;
}

function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const [path = '/', query] = (request.url ?? '/').split(/(?=\?)/, 2);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  if (!path.startsWith(site.base)) {
    if (`${path}/` === site.base) redirect(response, `${site.base}${query ?? ''}`);
    else notFound(response, site.root);
    return;
  }
  const inside = decoded(path.slice(site.base.length - 1));
  if (inside === undefined || isHidden(inside)) {
    notFound(response, site.root);
    return;
  }
  const kind = kindOf(site.root, inside);
  if (kind === 'folder' && !inside.endsWith('/')) {
    redirect(response, `${path}/${query ?? ''}`);
  } else if (kind === 'file' && /\.(gz|br)$/.test(inside)) {
    // Asked for by its own name, an archive is the thing itself, not a way to send another file.
    sendArchive(response, join(site.root, inside), inside);
  } else {
    request.url = `${path.slice(site.base.length - 1)}${query ?? ''}`;
    site.files(request, response, () => {
      notFound(response, site.root);
    });
  }
}

/** Types that sirv does not know or words otherwise, and how long a browser may keep a file unasked. */
function setHeaders(response: ServerResponse, path: string): void {
  response.setHeader('Cache-Control', caching(path));
  if (path.endsWith('/feed.json')) response.setHeader('Content-Type', 'application/feed+json; charset=utf-8');
  else if (path.endsWith('.json')) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  else if (/\.m?js$/.test(path)) response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
  else if (path.endsWith('.txt')) response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  else if (path.endsWith('.whl')) response.setHeader('Content-Type', 'application/zip');
}

/** Only what carries a hash of its content in its name is kept for good. */
function caching(path: string): string {
  const hashed = /^\/runtime\/|^\/_astro\//.test(path);
  return hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function sendArchive(response: ServerResponse, file: string, path: string): void {
  response.writeHead(200, {
    'Content-Type': path.endsWith('.gz') ? 'application/gzip' : 'application/octet-stream',
    'Content-Length': statSync(file).size,
    'Cache-Control': caching(path),
  });
  createReadStream(file).pipe(response);
}

function notFound(response: ServerResponse, root: string): void {
  let page: Buffer | string = 'Not found.\n';
  let type = 'text/plain; charset=utf-8';
  try {
    page = readFileSync(join(root, '404.html'));
    type = 'text/html; charset=utf-8';
  } catch {
    // A folder without a 404 page still answers.
  }
  response.writeHead(404, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(page);
}

function redirect(response: ServerResponse, to: string): void {
  // A path of two slashes would name another host.
  response.writeHead(302, { Location: to.replace(/^\/{2,}/, '/') }).end();
}

function kindOf(root: string, path: string): 'file' | 'folder' | 'none' {
  const file = join(root, path);
  if (!file.startsWith(root + sep) && file !== root + sep) return 'none';
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return 'none';
  return stats.isDirectory() ? 'folder' : 'file';
}

/** Names that begin with a dot are never meant to be served. */
function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') && name !== '.well-known');
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // A broken escape names nothing.
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new Trouble(portTrouble(port, error.code))
          : error,
      );
    });
    server.listen(port, HOST, done);
  });
}

function portTrouble(port: number, code: 'EADDRINUSE' | 'EACCES'): string {
  const why = code === 'EADDRINUSE' ? 'is in use by another program' : 'may not be used by this account';
  return `Port ${port} ${why}: choose another one with the variable PORT, for example "PORT=${port + 1} npm start".`;
}
