import process from 'node:process';
import { say } from '../setup/say.mjs';
import type { Address } from './address.ts';
import { serveSite } from './serve-site.ts';

/** Serves a folder, says where, and closes cleanly on Ctrl-C. @returns the exit code, 0 */
export async function serveUntilStopped(dir: string, address: Address): Promise<number> {
  const serving = await serveSite({ dir, ...address });
  say(`\nRedgreen is at ${serving.url} (Ctrl-C stops it)`);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        stop();
      });
    }
  });
  await serving.close();
  say('\nStopped.');
  return 0;
}
