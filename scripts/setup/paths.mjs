// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project, and the places that set-up fills. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const CACHE = join(ROOT, '.cache');
export const SETUP = join(CACHE, 'setup');
export const PYTHON_CACHE = join(CACHE, 'python');
