// `npm run build`: builds the whole site into dist/.
import { command } from './setup/command.ts';
import { setUp } from './setup/set-up.ts';
import { buildAnew } from './site/build-if-changed.ts';

await command(async () => {
  await setUp({ python: true });
  await buildAnew();
  return 0;
});
