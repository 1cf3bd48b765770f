/** The page's one runner: examples on a page share what was fetched. */
import type { Files } from '../../patterns/pattern.ts';
import { Runner } from '../../runner/client.ts';
import { keepFiles } from '../../service-worker/keep.ts';
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
  const base = siteUrl('runtime/');
  const runner = new Runner(manifest.default, base, () => {
    if (import.meta.env.DEV || import.meta.env.PUBLIC_SERVICE_WORKER === 'off') return;
    const files = Object.values(manifest.default.assets).map(
      ({ file }) => new URL(base + file, location.href).href,
    );
    void keepFiles(siteUrl('service-worker.js'), files);
  });
  return { runner, backend: backend.default };
}

/** What browsers tell of the line and the device; none of it is there everywhere. */
interface NavigatorHints {
  readonly connection?: { readonly saveData?: boolean; readonly type?: string };
  /** Gigabytes, rounded. */
  readonly deviceMemory?: number;
}

/** False where a download that nobody asked for is not welcome. */
export function mayPrepare(hints: NavigatorHints = navigator as NavigatorHints): boolean {
  return hints.connection?.saveData !== true && hints.connection?.type !== 'cellular';
}

/** Interpreters to keep ready: wrong and right start at once; a small device holds one. */
export function sparesFor(hints: NavigatorHints = navigator as NavigatorHints): number {
  return (hints.deviceMemory ?? 8) < 4 ? 1 : 2;
}

/** Get ready in the background, if that is welcome. */
export function prepareRunner(): void {
  if (!mayPrepare()) return;
  pageRunner().then(
    ({ runner }) => {
      runner.prepare(sparesFor());
    },
    // The reader has asked for nothing yet; if it still fails when they do, they are told.
    () => undefined,
  );
}

/** Call `then` when `element` is near what the reader sees, the page has loaded and has nothing to do. */
export function whenLikely(element: Element, then: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      whenIdle(then);
    },
    { rootMargin: '50%' },
  );
  const observe = (): void => {
    observer.observe(element);
  };
  if (document.readyState === 'complete') observe();
  else addEventListener('load', observe, { once: true });
}

/** WebKit has no requestIdleCallback; a pause stands in, in milliseconds. */
const PAUSE = 1_000;

function whenIdle(then: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(then);
  else setTimeout(then, PAUSE);
}
