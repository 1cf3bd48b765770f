import { Trouble } from '../setup/trouble.mjs';
import { normaliseBase } from './serve-site.ts';

/** Where the site is served on this machine. */
export interface Address {
  readonly port: number;
  readonly basePath: string;
}

/**
 * Reads PORT (4321 where it is not set) and BASE_PATH.
 *
 * @throws Trouble for a PORT that is no port
 */
export function readAddress(env: NodeJS.ProcessEnv): Address {
  const text = env.PORT ?? '';
  const port = text === '' ? 4321 : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Trouble(`PORT is "${text}", which is no port: set it to a number from 1 to 65535.`);
  }
  return { port, basePath: normaliseBase(env.BASE_PATH ?? '/') };
}
