// `npm run pins [-- --upgrade]`: compiles python/*.in to exact versions with hashes. For maintainers; asks PyPI.
import { join } from 'node:path';
import process from 'node:process';
import { command } from './setup/command.ts';
import { CACHE, ROOT } from './setup/paths.mjs';
import { ensurePython, pipRun, venvPython } from './setup/python.ts';
import { during, say } from './setup/say.mjs';

/** Compiled in this order: the checkers are pinned beside what the examples import. uv pins itself last. */
const LISTS = ['requirements', 'requirements-dev', 'requirements-pins'];

await command(async (args) => {
  const place = {
    title: 'uv (from PyPI, about 20 MB)',
    venv: join(CACHE, 'pins', 'venv'),
    stamps: join(CACHE, 'pins'),
    requirements: [join(ROOT, 'python', 'requirements-pins.txt')],
  };
  await ensurePython(place);
  const uv = [venvPython(place.venv), '-m', 'uv', 'pip', 'compile', '--quiet', '--no-header'];
  const how = ['--universal', '--python-version', '3.11', '--generate-hashes', ...args];
  process.chdir(join(ROOT, 'python'));
  await during('Resolving the Python packages (from PyPI)', async () => {
    for (const list of LISTS) await pipRun([...uv, `${list}.in`, ...how, '-o', `${list}.txt`], process.env);
  });
  say('Look at "git diff python" and run "npm test" before you commit it.');
  return 0;
});
