import type { Trouble } from './state.ts';

/** The text of the feed, or why there is none. */
export type Fetched =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'failed'; readonly trouble: Trouble };

/** The most that is read of a feed, in megabytes; JSON Feed calls more a burden. */
const MEGABYTES = 1;
const SECONDS = 8;

/** What a caller may set, for tests. */
export interface FetchOptions {
  readonly fetch?: typeof fetch;
  readonly seconds?: number;
  /** the most that is read; a run file names every test and may be larger than a feed */
  readonly megabytes?: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks for the feed: politely (`no-cache` lets the browser ask only whether it has changed), without
 * credentials, with a time limit, and never more bytes than a feed may have. No header of our own, so that
 * another origin needs no preflight.
 *
 * @param url absolute address of the feed
 * @param page absolute address of the page: other origins may not redirect
 */
export async function fetchFeed(url: string, page: string, options: FetchOptions = {}): Promise<Fetched> {
  const { fetch: ask = fetch, seconds = SECONDS, megabytes = MEGABYTES } = options;
  const timeout = AbortSignal.timeout(seconds * 1000);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  const failed = (trouble: Trouble): Fetched => ({ kind: 'failed', trouble });
  try {
    const response = await ask(url, {
      cache: 'no-cache',
      credentials: 'omit',
      redirect: new URL(url).origin === new URL(page).origin ? 'follow' : 'error',
      signal,
    });
    if (!response.ok) return failed({ kind: 'status', status: response.status });
    const contentType = response.headers.get('content-type') ?? '';
    // raw.githubusercontent.com serves every file as text/plain.
    if (!/^(?:application\/(?:[\w.-]+\+)?json|text\/plain)\b/i.test(contentType)) {
      return failed({ kind: 'not-json', contentType });
    }
    const text = await textUpTo(response, megabytes * 1024 * 1024);
    return text === null ? failed({ kind: 'too-large', megabytes }) : { kind: 'text', text };
  } catch {
    return failed(timeout.aborted ? { kind: 'timeout', seconds } : { kind: 'no-answer' });
  }
}

/** Reads a body up to a limit in bytes; null when there is more. Bad UTF-8 throws. */
async function textUpTo(response: Response, limit: number): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
