import { readFile } from 'node:fs/promises';
import { exitCodes, Stop } from '../exit.ts';
import type { Command } from '../command.ts';

const help = `redgreen feed hook > redgreen_collect.py

Prints our pytest plugin, one file of plain Python. With it a report says which tests pytest collected, so
that the publisher knows a test that vanished from one that was not run:

  python -m pytest -p redgreen_collect --junitxml=report.xml`;

const NAME = 'redgreen_collect.py';
/** Beside the packed command, or where the checkout has it. */
const places = [NAME, `../../../docs/publish/${NAME}`];

/** `redgreen feed hook` */
export const hook: Command = {
  name: 'feed hook',
  summary: 'print the pytest plugin that tells which tests were collected',
  help,
  async run(_, shell) {
    for (const place of places) {
      const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => null);
      if (text === null) continue;
      shell.out(text.trimEnd());
      return exitCodes.done;
    }
    throw new Stop('unreadable', `${NAME} is not beside the command: this package is not whole.`);
  },
};
