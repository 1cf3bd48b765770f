// `node scripts/licences.ts`: collects the licences of what is shipped into public/licences.txt; the build does it too.
import { writeLicences } from './licences/write-licences.ts';
import { command } from './setup/command.ts';

await command(() => {
  writeLicences();
  return Promise.resolve(0);
});
