import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { write } from './folder.ts';

/**
 * Makes a small wheel that pip installs.
 *
 * @param tag such as "py3-none-any"
 * @returns its SHA-256
 */
export function makeWheel(
  folder: string,
  {
    name,
    tag = 'py3-none-any',
    files,
  }: { name: string; tag?: string; files: Readonly<Record<string, string>> },
): string {
  const info = `${name}-1.0.dist-info`;
  const content = {
    ...files,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\nLicense: MIT\n`,
    [`${info}/WHEEL`]: `Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: ${tag}\n`,
    [`${info}/RECORD`]: '',
    [`${info}/LICENSE`]: `Licence of ${name}`,
  };
  const bytes = zipSync(
    Object.fromEntries(Object.entries(content).map(([path, text]) => [path, strToU8(text)])),
  );
  write(folder, { [join(`${name}-1.0-${tag}.whl`)]: bytes });
  return createHash('sha256').update(bytes).digest('hex');
}
