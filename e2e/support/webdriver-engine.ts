/** An engine that is driven by WebDriver over HTTP. */
import { By, Key, type WebDriver } from 'selenium-webdriver';
import { pasteScript, until, type Engine } from './engine.ts';

/** What a script's run came to, as data: an error's own words would else be the driver's. */
type Outcome = { readonly value: unknown } | { readonly thrown: string };

export function webDriverEngine(driver: WebDriver, name: Engine['name'], close: Engine['close']): Engine {
  const evaluate = async (expression: string): Promise<unknown> => {
    const outcome = await driver.executeAsyncScript<Outcome>(evaluation(expression));
    if ('thrown' in outcome) throw new Error(outcome.thrown);
    return outcome.value;
  };
  return {
    name,
    close,
    evaluate,
    goto: async (url) => {
      await driver.get(url);
    },
    evaluateInFrame: async (expression) => {
      await driver.switchTo().frame(0);
      try {
        return await evaluate(expression);
      } finally {
        await driver.switchTo().defaultContent();
      }
    },
    click: async (selector) => {
      // Not the driver's own click: WebKit's refuses an element that is taller than the window.
      const point = await until(
        `a place to click on ${selector}`,
        () => evaluate(placeToClick(selector)),
        (answer) => typeof answer === 'object',
        15_000,
      );
      await driver
        .actions()
        .move(point as { x: number; y: number })
        .click()
        .perform();
    },
    select: async (selector, value) => {
      await driver.findElement(By.css(`${selector} option[value="${value}"]`)).click();
    },
    press: async (key) => {
      const names = key.split('+');
      const [last = '', ...held] = names.reverse().map(keyCode);
      const actions = driver.actions();
      for (const one of held) actions.keyDown(one);
      actions.sendKeys(last);
      for (const one of held) actions.keyUp(one);
      await actions.perform();
    },
    paste: async (text) => {
      await evaluate(pasteScript(text));
    },
  };
}

/** Script that finds the middle of what can be seen of an element, or says why it can't be clicked. */
function placeToClick(selector: string): string {
  return `(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    if (!element) return 'not there';
    if (element.disabled) return 'disabled';
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const x = Math.floor((Math.max(left, 0) + Math.min(right, innerWidth)) / 2);
    const y = Math.floor((Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    const hit = document.elementFromPoint(x, y);
    return element.contains(hit) ? { x, y } : 'covered by ' + (hit?.outerHTML.slice(0, 100) ?? 'nothing');
  })()`;
}

/** Body of an asynchronous WebDriver script: its last argument takes the answer. */
function evaluation(expression: string): string {
  return `const answer = arguments[arguments.length - 1];
    Promise.resolve().then(() => (${expression})).then(
      (value) => answer({ value: value === undefined ? null : value }),
      (error) => answer({ thrown: String(error) }),
    );`;
}

/** Playwright's name of a key as WebDriver's code of it. */
function keyCode(key: string): string {
  if (key === 'ControlOrMeta') return Key.CONTROL;
  const code: unknown = Reflect.get(Key, key.toUpperCase());
  return typeof code === 'string' ? code : key;
}
