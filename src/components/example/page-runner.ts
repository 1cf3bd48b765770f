/** The page's one runner: examples on a page share what was fetched. */
import type { Files } from '../../patterns/pattern.ts';
import { Runner } from '../../runner/client.ts';
import { siteUrl } from '../site/url.ts';

interface PageRunner {
  readonly runner: Runner;
  /** The sample backend, which every run gets. */
  readonly backend: Files;
}

let shared: Promise<PageRunner> | undefined;

/** Loaded on the first intent to run: a reader who only reads pays nothing for it. */
export async function pageRunner(): Promise<PageRunner> {
  shared ??= load().catch((problem: unknown) => {
    shared = undefined;
    throw problem;
  });
  return await shared;
}

async function load(): Promise<PageRunner> {
  const [manifest, backend] = await Promise.all([
    import('../../generated/runtime.json'),
    import('../../generated/backend.json'),
  ]);
  return { runner: new Runner(manifest.default, siteUrl('runtime/')), backend: backend.default };
}

/** False where a download that nobody asked for is not welcome. */
export function mayPrepare(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean; type?: string } };
  return connection?.saveData !== true && connection?.type !== 'cellular';
}
