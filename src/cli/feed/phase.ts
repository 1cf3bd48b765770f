import { decidePhase } from '../../feed/publish/decisions.ts';
import type { PhaseStatus } from '../../feed/model.ts';
import { needed, parsed, within, type Command } from '../command.ts';
import { whoIs } from '../environment.ts';
import { Stop } from '../exit.ts';
import { changeFeed, existingState, placeHelp, placeOptions } from './place.ts';

const statuses: readonly (PhaseStatus | 'evidence')[] = ['planned', 'active', 'done', 'deferred', 'evidence'];

const help = `redgreen feed phase ID --status STATUS --note TEXT

Sets a phase of the plan by decision. Without one a phase moves by evidence: by the tests that were fixed
since the baseline, against the tests that it adds.

  --status STATUS     ${statuses.join(', ')} (evidence: no decision any more)
  --note TEXT         why
  --by NAME           who says so (default: found out as for feed publish)

${placeHelp}`;

/** `redgreen feed phase` */
export const phase: Command = {
  name: 'feed phase',
  summary: 'set a phase of the plan by decision',
  help,
  async run(args, shell) {
    const { values, positionals } = parsed('feed phase', args, {
      ...placeOptions,
      status: { type: 'string' },
      note: { type: 'string' },
      by: { type: 'string' },
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) throw new Stop('usage', 'One phase, please, such as 2A.');
    const status = statuses.find((each) => each === values.status);
    if (!status) throw new Stop('usage', `--status is one of ${statuses.join(', ')}.`);
    const note = needed('note', values.note, 'say why.');
    const by = within('by', 200, values.by ?? (await whoIs(shell)));
    return changeFeed(values, shell, async (read) => {
      const state = await existingState(read, values.feed);
      return decidePhase(state, id, status, note, { now: shell.now(), by });
    });
  },
};
