/**
 * The little that every browser engine can be asked for. Flows are written against this, so that the
 * same flow runs in Chromium, Firefox and WebKit, whatever protocol drives them.
 */
import type { Browser } from '@playwright/test';
import type { BrowserName } from '../../scripts/setup/browser-table.ts';

/** A page in one engine. */
export interface Engine {
  readonly name: BrowserName;
  /** Load an address; the same address again loads it anew. */
  goto(url: string): Promise<void>;
  /** Value of a JavaScript expression in the page, awaited; it must be JSON. @throws Error for one that throws */
  evaluate(expression: string): Promise<unknown>;
  /** The same in the page's first frame, the sandbox. */
  evaluateInFrame(expression: string): Promise<unknown>;
  /** A real click in the middle of the first element that matches, once it can be clicked. */
  click(selector: string): Promise<void>;
  /** Choose an option of a `<select>` by its value. */
  select(selector: string, value: string): Promise<void>;
  /** A key by its name: `Escape`, `Tab`, `ControlOrMeta+a`. */
  press(key: string): Promise<void>;
  /** Paste text where the focus is: typing it would have the editor indent every line again. */
  paste(text: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that was started with an empty profile. */
export interface EngineBrowser {
  readonly name: BrowserName;
  /** As the browser says it; of WebKit it is known once a page was opened. */
  readonly version: () => string;
  /** Root of the browser's tree of processes, where the system tells: Linux. */
  readonly pid: number | undefined;
  /** What a test needs that drives Playwright itself; WebKit has none. */
  readonly playwright?: Browser;
  /** A page with a profile of its own: nothing cached, nothing stored. WebKit holds one at a time. */
  open(): Promise<Engine>;
  close(): Promise<void>;
}

/** Ask until the answer fits. @throws Error with the last answer when the time is over */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value>,
  fits: (value: Value) => boolean,
  milliseconds = 60_000,
): Promise<Value> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await ask();
    if (fits(value)) return value;
    if (Date.now() > end) {
      throw new Error(
        `${what} did not come within ${milliseconds / 1000} s; last seen: ${JSON.stringify(value)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Script that pastes into the focused element, as the engine's own clipboard would. */
export function pasteScript(text: string): string {
  return `(() => {
    const paste = new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    // Not before: Firefox gives the event a DataTransfer of its own.
    paste.clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(paste);
  })()`;
}
