import type { ReadDocument } from '../../feed/publish/state.ts';
import { Stop } from '../exit.ts';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 50_000_000;

/**
 * Read published documents from a server.
 *
 * @param address of `feed.json`, or of the folder that it is in
 */
export function fromServer(address: string): ReadDocument {
  const base = new URL(address.endsWith('.json') ? '.' : address.replace(/\/*$/, '/'), address);
  return async (name) => {
    const url = new URL(name, base);
    let response: Response;
    try {
      response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), cache: 'no-cache' });
    } catch (error) {
      throw new Stop('temporary', `${url.href} can't be reached (${causeOf(error)}). Try again.`);
    }
    if (response.status === 404 || response.status === 410) return null;
    if (!response.ok) {
      const kind = response.status >= 500 || response.status === 429 ? 'temporary' : 'unreadable';
      throw new Stop(kind, `${url.href} answers ${response.status} ${response.statusText}.`);
    }
    return capped(url, response);
  };
}

async function capped(url: URL, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES)
        throw new Stop('unreadable', `${url.href} is larger than ${MAX_BYTES / 1e6} MB.`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop('temporary', `${url.href} broke off (${causeOf(error)}). Try again.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
