// `npm start`: sets up what is missing, builds what changed, serves the site.
import process from 'node:process';
import { command } from './setup/command.ts';
import { say } from './setup/say.mjs';
import { setUp } from './setup/set-up.ts';
import { readAddress } from './site/address.ts';
import { SITE } from './site/build-site.ts';
import { buildIfChanged } from './site/build-if-changed.ts';
import { assertPortFree } from './site/serve-site.ts';
import { serveUntilStopped } from './site/serve-until-stopped.ts';

await command(async () => {
  const address = readAddress(process.env);
  await assertPortFree(address.port);
  await setUp({ python: true });
  const built = await buildIfChanged(process.env);
  if (!built) say('The built site is up to date.');
  return serveUntilStopped(SITE, address);
});
