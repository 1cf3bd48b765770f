// Serves the built site: `node scripts/serve.ts [folder]`. PORT and BASE_PATH as for `npm start`.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { command } from './setup/command.ts';
import { readAddress } from './site/address.ts';
import { serveUntilStopped } from './site/serve-until-stopped.ts';

export { serveSite } from './site/serve-site.ts';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command(([folder = 'dist']) => serveUntilStopped(folder, readAddress(process.env)));
}
