import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFolder, write } from '../setup/testing/folder.ts';
import { type Serving, assertPortFree, normaliseBase, serveSite } from './serve-site.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

test('a page is served at its folder, and a folder without its slash leads there', async () => {
  const { get } = await site({ 'p/CEL001/index.html': 'the page', 'p/CEL001.json': '{}' });
  expect(await get('/p/CEL001/')).toMatchObject({ status: 200, body: Buffer.from('the page') });
  const bare = await get('/p/CEL001?a=1');
  expect([bare.status, bare.headers.location]).toEqual([302, '/p/CEL001/?a=1']);
});

test.each([
  ['index.html', 'text/html;charset=utf-8'],
  ['a.mjs', 'text/javascript; charset=utf-8'],
  ['a.wasm', 'application/wasm'],
  ['a.whl', 'application/zip'],
  ['a.json', 'application/json; charset=utf-8'],
  ['feed.json', 'application/feed+json; charset=utf-8'],
  ['licences.txt', 'text/plain; charset=utf-8'],
])('%s is sent as %s and asked for anew each time', async (name, type) => {
  const { get } = await site({ [name]: 'x' });
  const { headers } = await get(`/${name}`);
  expect([headers['content-type'], headers['cache-control']]).toEqual([type, 'no-cache']);
});

test.each(['/runtime/worker.0123456789abcdef.js', '/_astro/page.abc123.css'])(
  '%s carries its hash in its name and is kept for good',
  async (path) => {
    const { get } = await site({ [path.slice(1)]: 'x' });
    expect((await get(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  },
);

test('a compressed twin is sent to those that take it, under the type of the file', async () => {
  const { get } = await site({
    'a.wasm': 'plain',
    'a.wasm.gz': gzipSync('plain'),
    'a.wasm.br': brotliCompressSync('plain'),
  });
  const encodings = await Promise.all(
    ['gzip, br', 'gzip', 'identity'].map(async (accept) => {
      const { headers } = await get('/a.wasm', { 'Accept-Encoding': accept });
      return [headers['content-encoding'], headers['content-type']];
    }),
  );
  expect(encodings).toEqual([
    ['br', 'application/wasm'],
    ['gzip', 'application/wasm'],
    [undefined, 'application/wasm'],
  ]);
});

test('an archive asked for by its own name is sent as it is', async () => {
  const bytes = gzipSync('content');
  const { get } = await site({ 'runtime/wasm.0123.gz': bytes });
  const { headers, body } = await get('/runtime/wasm.0123.gz', { 'Accept-Encoding': 'gzip' });
  expect([headers['content-type'], headers['content-encoding']]).toEqual(['application/gzip', undefined]);
  expect(body.equals(bytes)).toBe(true);
});

test('an unknown path gets the built 404 page with status 404', async () => {
  const { get } = await site({ '404.html': 'nothing here' });
  expect(await get('/no/such')).toMatchObject({ status: 404, body: Buffer.from('nothing here') });
});

test('a feed that changes on disk is served at once', async () => {
  const { get, dir } = await site({ 'feed.json': '1' });
  await get('/feed.json');
  write(dir, { 'feed.json': '22', 'runs/2.json': 'new' });
  expect((await get('/feed.json')).body.toString()).toBe('22');
  expect((await get('/runs/2.json')).status).toBe(200);
});

test('an unchanged file is answered without its content', async () => {
  const { get } = await site({ 'feed.json': '1' });
  const { headers } = await get('/feed.json');
  expect((await get('/feed.json', { 'If-None-Match': String(headers.etag) })).status).toBe(304);
});

test('under a sub-path everything is below it, and nothing beside it', async () => {
  const { get } = await site({ 'index.html': 'home', 'a.txt': 'a', '404.html': 'none' }, '/redgreen/');
  expect((await get('/redgreen/')).body.toString()).toBe('home');
  expect((await get('/redgreen/a.txt')).status).toBe(200);
  expect((await get('/redgreen')).headers.location).toBe('/redgreen/');
  expect((await get('/a.txt')).status).toBe(404);
  expect((await get('/redgreenish/a.txt')).status).toBe(404);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/.git/config',
  '/%00',
  '/%zz',
  '//evil.test/',
])('%s reaches nothing outside of the site', async (path) => {
  const { get, dir } = await site({ 'index.html': 'home', '.git/config': 'secret' });
  write(join(dir, '..'), { 'secret.txt': 'secret' });
  const { status, body } = await get(path);
  expect([status, body.toString().includes('secret')]).toEqual([404, false]);
});

test('only reading is answered', async () => {
  const { get } = await site({ 'index.html': 'home' });
  expect((await get('/', {}, 'POST')).status).toBe(405);
  expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: Buffer.alloc(0) });
});

test('a port in use is told with the variable that changes it', async () => {
  const { serving } = await site({});
  await expect(assertPortFree(serving.port)).rejects.toThrow(
    /^Port \d+ is in use by another program: .* "PORT=\d+ npm start"/,
  );
  await expect(serveSite({ dir: '.', port: serving.port })).rejects.toThrow(/in use by another program/);
});

test('closing lets go of the port, also with a reader still connected', async () => {
  const { serving, get } = await site({ 'index.html': 'home' });
  await get('/', { Connection: 'keep-alive' });
  await serving.close();
  await assertPortFree(serving.port);
});

test.each([
  ['', '/'],
  ['/', '/'],
  ['redgreen', '/redgreen/'],
  ['/redgreen', '/redgreen/'],
  ['/a/b/', '/a/b/'],
])('the base path %j means %s', (text, base) => {
  expect(normaliseBase(text)).toBe(base);
});

async function site(
  files: Readonly<Record<string, string | Uint8Array>>,
  basePath = '/',
): Promise<{
  dir: string;
  serving: Serving;
  get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
}> {
  const dir = join(emptyFolder(), 'dist');
  write(dir, { 'keep.txt': '', ...files });
  const serving = await serveSite({ dir, port: 0, basePath });
  onTestFinished(() => serving.close());
  return { dir, serving, get: (path, headers, method) => ask(serving.port, path, headers, method) };
}

/** fetch would tidy the path and unpack the body; a server must stand what a client really sends. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    sent.on('error', reject).end();
  });
}
