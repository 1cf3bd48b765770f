// @ts-check

/** Seconds between two signs of life in a log; a terminal counts every second instead. */
const LOG_EVERY = 20;

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Shows a long piece of work: its name at the start, the seconds while it lasts, the seconds it took.
 * A terminal shows them on one line; a log (CI) gets a line every 20 seconds.
 *
 * @template T
 * @param {string} what such as "Installing the npm packages (from the npm registry, about 400 MB)"
 * @param {() => Promise<T>} work
 * @param {boolean} [terminal]
 * @returns {Promise<T>}
 */
export async function during(what, work, terminal = process.stdout.isTTY) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  process.stdout.write(terminal ? `${what} …` : `${what} …\n`);
  const beat = setInterval(
    () => {
      process.stdout.write(terminal ? `\r${what} … ${seconds()} s` : `  still at it, ${seconds()} s\n`);
    },
    terminal ? 1000 : LOG_EVERY * 1000,
  );
  let ended = 'stopped';
  try {
    const value = await work();
    ended = 'done';
    return value;
  } finally {
    clearInterval(beat);
    process.stdout.write(terminal ? `\r${what}: ${ended}, ${seconds()} s\n` : `  ${ended}, ${seconds()} s\n`);
  }
}
