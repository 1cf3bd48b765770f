/** The very wheels that the browser's packages were made from, for the plain page. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PURE } from '../setup/browser-wheels.ts';
import { CACHE, SETUP } from '../setup/paths.mjs';
import { EXACT, pipRun } from '../setup/python.ts';
import { readRequirements, wantedInBrowser } from '../setup/requirements.ts';
import { during } from '../setup/say.mjs';
import { ensureProjectPython } from '../setup/set-up.ts';
import { keyOf, once } from '../setup/stamp.ts';

export const BROWSER_WHEELS = join(CACHE, 'bench', 'wheels');

const REQUIREMENTS = 'python/requirements.txt';
/** Has no pure wheel; Pyodide's own is on a CDN, and no example imports it. */
const NOT_PURE = 'pyyaml';

/** Download them, unless they are there. @throws Trouble as for any pip run */
export async function ensureWheels(): Promise<void> {
  const text = readFileSync(REQUIREMENTS, 'utf8');
  await once(
    SETUP,
    'bench-wheels',
    keyOf(text),
    () => true,
    async () => {
      await during('Downloading the wheels for the plain page (from PyPI, about 6 MB)', download(text));
    },
  );
}

function download(text: string): () => Promise<void> {
  return async () => {
    mkdirSync(BROWSER_WHEELS, { recursive: true });
    const wanted = readRequirements(text).filter(
      (entry) => wantedInBrowser(entry) && entry.name !== NOT_PURE,
    );
    const list = join(BROWSER_WHEELS, 'requirements.txt');
    writeFileSync(list, wanted.map((entry) => entry.text).join('\n'));
    const pip = [...(await ensureProjectPython()), 'download'];
    const options = [...EXACT.filter((option) => option !== '--no-warn-script-location'), ...PURE];
    await pipRun(
      [...pip, ...options, '--python-version', '3.14', '--dest', BROWSER_WHEELS, '-r', list],
      process.env,
    );
  };
}
