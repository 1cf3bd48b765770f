/**
 * The little that every browser engine can be asked for. Flows are written against this, so that the
 * same flow runs in Chromium, Firefox and WebKit, whatever protocol drives them.
 */
export interface Engine {
  readonly name: 'chromium' | 'firefox' | 'webkit';
  goto(url: string): Promise<void>;
  /** Value of a JavaScript expression in the page; it must be JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** A real click in the middle of the first element that matches. */
  click(selector: string): Promise<void>;
  /** A key by its name: `Escape`, `Tab`, `Control+a`. */
  press(key: string): Promise<void>;
  /** Paste text where the focus is: typing it would have the editor indent every line again. */
  paste(text: string): Promise<void>;
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
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`;
}
