import { parseRunFile, parseText, refusalText } from '../model/parse.ts';
import type { RunFile } from '../model/run.ts';
import { fetchFeed, type FetchOptions } from './fetch-feed.ts';
import { plain, troubleText } from './words.ts';

/** One run as the page has it, or why not, in words. */
export type RunState =
  { readonly kind: 'shown'; readonly run: RunFile } | { readonly kind: 'missing'; readonly words: string };

/** Run files name every test; this many megabytes hold some tens of thousands. */
const MEGABYTES = 16;

/** The number in `?seq=` of an address; null for none, or for something else. */
export function seqOf(search: string): number | null {
  const text = new URLSearchParams(search).get('seq') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/**
 * Fetches a run's file from beside the feed and checks it as a whole.
 *
 * @param feed absolute address of the feed
 * @param page absolute address of the page
 */
export async function fetchRun(
  seq: number,
  feed: string,
  page: string,
  options: FetchOptions = {},
): Promise<RunState> {
  const url = new URL(`runs/${seq}.json`, feed).href;
  const fetched = await fetchFeed(url, page, { megabytes: MEGABYTES, ...options });
  const missing = (words: string): RunState => ({ kind: 'missing', words });
  if (fetched.kind === 'failed') {
    return fetched.trouble.kind === 'status' && fetched.trouble.status === 404
      ? missing(`There is no run ${seq}.`)
      : missing(troubleText(fetched.trouble, `Run ${seq}`));
  }
  const parsed = parseText(fetched.text, parseRunFile);
  if (parsed.kind === 'refused') {
    return missing(
      `Run ${seq} is not shown, because its file is not sound: ${plain(refusalText(parsed.refusal))}.`,
    );
  }
  if (parsed.value.seq !== seq) {
    return missing(`Run ${seq} is not shown, because its file says that it is run ${parsed.value.seq}.`);
  }
  return { kind: 'shown', run: parsed.value };
}
