import { expect, it } from 'vitest';
import { fetchFeed } from './fetch-feed.ts';

const PAGE = 'https://handbook.example/roadmap/';
const FEED = 'https://handbook.example/feed.json';
const json = { 'content-type': 'application/json; charset=utf-8' };

const answer =
  (body: BodyInit | null, init: ResponseInit = { headers: json }): typeof fetch =>
  () =>
    Promise.resolve(new Response(body, init));
const outcome = async (ask: typeof fetch, seconds = 8): Promise<unknown> => {
  const fetched = await fetchFeed(FEED, PAGE, { fetch: ask, seconds });
  return fetched.kind === 'text' ? fetched.text : fetched.trouble;
};

it('gives the text', async () => {
  expect(await outcome(answer('{"ä":1}'))).toBe('{"ä":1}');
});

it('asks without credentials, and only for what changed', async () => {
  const asked: RequestInit[] = [];
  const ask: typeof fetch = (_, init) => {
    asked.push(init ?? {});
    return answer('{}')('');
  };
  await fetchFeed(FEED, PAGE, { fetch: ask });
  await fetchFeed('https://other.example/feed.json', PAGE, { fetch: ask });
  expect(asked).toMatchObject([
    { cache: 'no-cache', credentials: 'omit', redirect: 'follow' },
    { cache: 'no-cache', credentials: 'omit', redirect: 'error' },
  ]);
  expect(asked[0]).not.toHaveProperty('headers');
});

it.each([
  ['a missing feed', answer('no', { status: 404 }), { kind: 'status', status: 404 }],
  [
    'a page in its place',
    answer('<html>', { headers: { 'content-type': 'text/html' } }),
    { kind: 'not-json', contentType: 'text/html' },
  ],
  ['too much', answer('x'.repeat(1024 * 1024 + 1)), { kind: 'too-large', megabytes: 1 }],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), { kind: 'no-answer' }],
  ['broken UTF-8', answer(new Uint8Array([0x7b, 0xff])), { kind: 'no-answer' }],
])('says what is wrong: %s', async (_, ask, trouble) => {
  expect(await outcome(ask)).toEqual(trouble);
});

it('stops reading a body that has no end', async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
    },
  });
  expect(await outcome(answer(body))).toEqual({ kind: 'too-large', megabytes: 1 });
  expect(sent).toBeLessThan(20);
});

it('gives up after a while', async () => {
  const never: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => {
        reject(new DOMException('timed out', 'TimeoutError'));
      });
    });
  expect(await outcome(never, 0.02)).toEqual({ kind: 'timeout', seconds: 0.02 });
});
