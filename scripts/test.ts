// `npm test`: sets up what is missing and runs all that CI runs; `npm test -- unit e2e` runs single stages.
import { command } from './setup/command.ts';
import { say } from './setup/say.mjs';
import { setUp } from './setup/set-up.ts';
import { chooseStages, runStages } from './stages/run-stages.ts';
import { inFigures } from './stages/stage.ts';
import { STAGES } from './stages/table.ts';

await command(async (names) => {
  const stages = chooseStages(STAGES, names);
  await setUp({
    python: stages.some((stage) => stage.setUp.python),
    browsers: [...new Set(stages.flatMap((stage) => stage.setUp.browsers ?? []))],
  });
  const counts = await runStages(stages, say);
  say(`\n${inFigures(counts)}`);
  return counts.failed > 0 ? 1 : 0;
});
