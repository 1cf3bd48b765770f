import path from 'node:path';
import { verifyPublished } from '../../feed/publish/verify.ts';
import { parsed, type Command } from '../command.ts';
import { exitCodes, Stop } from '../exit.ts';
import { fromFolder } from '../store/disk.ts';
import { fromServer } from '../store/http.ts';

const help = `redgreen feed verify [URL|DIR]

Checks everything that is published (default: the folder published): shape and figures of each document,
every run file by its hash, the unbroken chain of runs, and that feed, index and badges say the same.
Exit code 0 when all is sound, 2 when something is not, 3 when a server can't be reached.`;

/** `redgreen feed verify` */
export const verify: Command = {
  name: 'feed verify',
  summary: 'check everything that is published',
  help,
  async run(args, shell) {
    const { positionals } = parsed('feed verify', args, {});
    if (positionals.length > 1) throw new Stop('usage', 'One address or folder at a time.');
    const [where = 'published'] = positionals;
    const read = /^https?:\/\//.test(where) ? fromServer(where) : fromFolder(path.resolve(shell.cwd, where));
    const { problems, runs, items } = await verifyPublished(read);
    if (problems.length > 0) throw new Stop('unreadable', ...problems);
    shell.out(`Sound: ${runs} runs, ${items} items.`);
    return exitCodes.done;
  },
};
