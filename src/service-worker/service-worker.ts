/**
 * Keeps the runtime's files for the next visit, also where the host lets browsers ask again each time. Everything
 * else (pages, the feed, scripts) goes to the network as if this were not here.
 *
 * A site that is built with PUBLIC_SERVICE_WORKER=off serves one that removes itself and what it kept.
 */
import { cacheName, keptAsset, superseded } from './kept-files.ts';
import type { KeepOrder } from './keep.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Put in by the build. */
declare const SERVICE_WORKER: 'on' | 'off';

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;

worker.addEventListener('install', () => {
  void worker.skipWaiting();
});

if (SERVICE_WORKER === 'off') {
  worker.addEventListener('activate', (event) => {
    event.waitUntil(remove());
  });
} else {
  worker.addEventListener('activate', (event) => {
    event.waitUntil(worker.clients.claim());
  });
  worker.addEventListener('fetch', (event) => {
    if (event.request.method === 'GET' && keptAsset(event.request.url, scope) !== undefined) {
      event.respondWith(answer(event.request));
    }
  });
  worker.addEventListener('message', (event) => {
    const { files } = event.data as KeepOrder;
    event.waitUntil(Promise.all(files.map(keep)));
  });
}

async function remove(): Promise<void> {
  await caches.delete(cacheName(scope));
  await worker.registration.unregister();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName(scope));
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await put(cache, request.url, response.clone());
  return response;
}

/** Fetch a file, from the browser's own cache if it is there, unless it is kept already. */
async function keep(url: string): Promise<void> {
  if (keptAsset(url, scope) === undefined) return;
  const cache = await caches.open(cacheName(scope));
  if (await cache.match(url)) return;
  const response = await fetch(url, { credentials: 'omit' });
  if (response.ok) await put(cache, url, response);
}

async function put(cache: Cache, url: string, response: Response): Promise<void> {
  try {
    await cache.put(url, response);
  } catch {
    // No room, or storage is refused: the network will do.
    return;
  }
  const kept = (await cache.keys()).map((request) => request.url);
  await Promise.all(superseded(kept, url, scope).map((old) => cache.delete(old)));
}
