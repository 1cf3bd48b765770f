// `npm run format`: writes all files as the checks want them.
import { command } from './setup/command.ts';
import { say } from './setup/say.mjs';
import { setUp } from './setup/set-up.ts';
import { runChecks } from './stages/run-tool.ts';
import { FORMATTERS } from './stages/table.ts';

await command(async () => {
  await setUp({ python: true });
  const { failed, output } = await runChecks(FORMATTERS);
  if (failed > 0) say(output);
  return failed > 0 ? 1 : 0;
});
