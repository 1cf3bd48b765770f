/** An engine that is driven by WebDriver over HTTP. */
import { By, Key, error, type WebDriver } from 'selenium-webdriver';
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
      await clickOnce(driver, selector);
    },
    select: async (selector, value) => {
      await clickOnce(driver, `${selector} option[value="${value}"]`);
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

/** As Playwright does it: wait for what will come, or will be uncovered. */
async function clickOnce(driver: WebDriver, selector: string): Promise<void> {
  await until(
    `a click on ${selector}`,
    async () => {
      try {
        await driver.findElement(By.css(selector)).click();
        return 'clicked';
      } catch (trouble) {
        if (trouble instanceof error.WebDriverError) return trouble.message;
        throw trouble;
      }
    },
    (answer) => answer === 'clicked',
    15_000,
  );
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
