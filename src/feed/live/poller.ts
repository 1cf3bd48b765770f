import { type Fetched, fetchFeed } from './fetch-feed.ts';
import { parseFeed, parseText } from '../model/parse.ts';
import { INTERVAL, mayAsk, nextWait } from './schedule.ts';
import { type LiveEvent, type LiveState, reduce } from './state.ts';

/** What the poller needs of its surroundings; a browser has all of it, and tests can hand in their own. */
export interface Surroundings {
  readonly now: () => number;
  readonly random: () => number;
  readonly setTimer: (run: () => void, milliseconds: number) => number;
  readonly clearTimer: (timer: number) => void;
  readonly isVisible: () => boolean;
  readonly isOnline: () => boolean;
  readonly fetchText: (signal: AbortSignal) => Promise<Fetched>;
}

/**
 * Follows a feed: asks on {@link start}, on {@link wake} (seen again, online, focus), and every few minutes
 * while the page is seen. One request at a time; what arrives after {@link stop} is dropped.
 */
export class FeedPoller {
  #state: LiveState;
  #timer: number | undefined;
  #request: AbortController | undefined;
  #lastAsked: number | null = null;
  readonly #around: Surroundings;
  readonly #interval: number;
  readonly #onChange: (state: LiveState, before: LiveState) => void;

  /** @param interval milliseconds between two checks */
  constructor(
    state: LiveState,
    onChange: (state: LiveState, before: LiveState) => void,
    around: Surroundings,
    interval: number = INTERVAL,
  ) {
    this.#state = state;
    this.#onChange = onChange;
    this.#around = around;
    this.#interval = interval;
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Asks now, whatever the throttle says. */
  start(): void {
    void this.#ask();
  }

  /** The reader came back: asks, if it is not too soon. Being online again is never too soon. */
  wake(): void {
    const wasOffline = this.#state.kind === 'unreachable' && this.#state.trouble.kind === 'offline';
    const may = mayAsk(this.#around.now(), this.#lastAsked) || (wasOffline && this.#around.isOnline());
    if (this.#around.isVisible() && may) void this.#ask();
  }

  /** Stops asking (page hidden for good, element taken out). {@link wake} and {@link start} begin again. */
  stop(): void {
    this.#request?.abort();
    this.#request = undefined;
    if (this.#timer !== undefined) this.#around.clearTimer(this.#timer);
    this.#timer = undefined;
  }

  async #ask(): Promise<void> {
    this.stop();
    const request = new AbortController();
    this.#request = request;
    const event = await this.#event(request.signal);
    if (request.signal.aborted) return;
    this.#request = undefined;
    const before = this.#state;
    this.#state = reduce(before, event);
    this.#plan();
    this.#onChange(this.#state, before);
  }

  async #event(signal: AbortSignal): Promise<LiveEvent> {
    if (!this.#around.isOnline())
      return { kind: 'failed', trouble: { kind: 'offline' }, at: this.#around.now() };
    this.#lastAsked = this.#around.now();
    const fetched = await this.#around.fetchText(signal);
    const at = this.#around.now();
    if (fetched.kind === 'failed') return { kind: 'failed', trouble: fetched.trouble, at };
    return { kind: 'received', parsed: parseText(fetched.text, parseFeed), at };
  }

  #plan(): void {
    const failures = this.#state.kind === 'unreachable' ? this.#state.failures : 0;
    const wait = nextWait(this.#interval, failures, this.#around.random());
    this.#timer = this.#around.setTimer(() => {
      this.#timer = undefined;
      // Hidden pages don't ask; wake() does when the page is seen again.
      if (this.#around.isVisible()) void this.#ask();
    }, wait);
  }
}

/** The surroundings that a browser gives. */
export function browserSurroundings(feed: string): Surroundings {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds),
    clearTimer: (timer) => {
      window.clearTimeout(timer);
    },
    isVisible: () => document.visibilityState === 'visible',
    isOnline: () => navigator.onLine,
    fetchText: (signal) => fetchFeed(feed, location.href, { signal }),
  };
}

/**
 * Calls `wake` when the reader comes back and `stop` when the page is put away; returns what undoes it.
 * `pageshow` covers pages that come back from the browser's back-forward cache.
 */
export function followReader(poller: Pick<FeedPoller, 'start' | 'wake' | 'stop'>): () => void {
  const off = new AbortController();
  const { signal } = off;
  const wake = (): void => {
    poller.wake();
  };
  const start = (): void => {
    poller.start();
  };
  document.addEventListener('visibilitychange', wake, { signal });
  for (const name of ['online', 'focus', 'pageshow'] as const) {
    window.addEventListener(name, wake, { signal });
  }
  // Asks nobody, only says so.
  window.addEventListener('offline', start, { signal });
  window.addEventListener(
    'pagehide',
    () => {
      poller.stop();
    },
    { signal },
  );
  return () => {
    off.abort();
    poller.stop();
  };
}
