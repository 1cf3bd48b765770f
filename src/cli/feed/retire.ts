import { retire } from '../../feed/publish/decisions.ts';
import { needed, parsed, within, type Command } from '../command.ts';
import { whoIs } from '../environment.ts';
import { Stop } from '../exit.ts';
import { changeFeed, existingState, placeHelp, placeOptions } from './place.ts';

const help = `redgreen feed retire ID... --reason TEXT

Says why tests that vanished while failing are gone. They no longer count against the plan; the reason is
kept in the feed. An ID is a test's name, or a file or class for all vanished tests in it.

  --reason TEXT       why they are gone
  --by NAME           who says so (default: found out as for feed publish)

${placeHelp}`;

/** `redgreen feed retire` */
export const retireCommand: Command = {
  name: 'feed retire',
  summary: 'say why vanished tests are gone',
  help,
  async run(args, shell) {
    const { values, positionals } = parsed('feed retire', args, {
      ...placeOptions,
      reason: { type: 'string' },
      by: { type: 'string' },
    });
    if (positionals.length === 0) throw new Stop('usage', 'Which tests? See: redgreen feed retire --help');
    const reason = needed('reason', values.reason, 'say why these tests are gone.');
    const by = within('by', 200, values.by ?? (await whoIs(shell)));
    return changeFeed(values, shell, async (read) => {
      const state = await existingState(read, values.feed);
      return retire(state, positionals, reason, { now: shell.now(), by });
    });
  },
};
