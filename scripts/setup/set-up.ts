import { join } from 'node:path';
import { ensureBrowserWheels } from './browser-wheels.ts';
import type { BrowserName } from './browser-table.ts';
import { ensureBrowsers } from './browsers.ts';
import { PYTHON_CACHE, ROOT, SETUP } from './paths.mjs';
import { ensurePython, venvPython } from './python.ts';

/** Fully pinned, with hashes: the first is shared by the browser and the native side. */
const REQUIREMENTS = ['requirements.txt', 'requirements-dev.txt'].map((name) => join(ROOT, 'python', name));

const TITLE = 'pytest, Celery and the checkers (from PyPI, about 35 MB)';

export const VENV = join(PYTHON_CACHE, 'venv');
/** The native Python with the pinned packages. */
export const PYTHON = venvPython(VENV);
/** The pinned packages as the browser's Python gets them. */
export const BROWSER_PACKAGES = join(PYTHON_CACHE, 'browser');

/** What a command needs besides the npm packages, which `scripts/enter.mjs` has seen to. */
export interface Needs {
  /** The virtual environment for native runs and checks, and the packages for the browser. */
  readonly python?: boolean;
  readonly browsers?: readonly BrowserName[];
}

/** Sets up what is missing. Does nothing, and needs no network, where all is there. */
export async function setUp({ python = false, browsers = [] }: Needs): Promise<void> {
  if (python) {
    const pip = await ensureProjectPython();
    const [requirements = ''] = REQUIREMENTS;
    await ensureBrowserWheels({ target: BROWSER_PACKAGES, stamps: SETUP, requirements, pip });
  }
  if (browsers.length > 0) await ensureBrowsers(browsers);
}

/** The project's Python. @returns how to start a pip for it */
export async function ensureProjectPython(): Promise<readonly string[]> {
  return await ensurePython({ title: TITLE, venv: VENV, stamps: SETUP, requirements: REQUIREMENTS });
}
