// `npm run dev`: for authors. Sets up what is missing and serves the pages as they are edited.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { buildRuntime } from './runtime/build-runtime.ts';
import { command } from './setup/command.ts';
import { ROOT } from './setup/paths.mjs';
import { during } from './setup/say.mjs';
import { setUp } from './setup/set-up.ts';

await command(async (args) => {
  await setUp({ python: true });
  await during('Packing Python, pytest and Celery for the browser', buildRuntime);
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'dev', ...args], { cwd: ROOT, stdio: 'inherit' });
  process.on('SIGINT', () => undefined); // Astro gets it too and ends by itself.
  return new Promise<number>((resolve) => {
    child.on('close', (code) => {
      resolve(code ?? 0);
    });
  });
});
