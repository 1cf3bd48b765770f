import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from './notice.ts';

/**
 * The licences of the Python packages in a site-packages folder, from what each wheel carries.
 *
 * @returns one notice per package, its texts empty where the wheel has none
 */
export function wheelNotices(folder: string): Notice[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.dist-info'))
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => wheelNotice(join(folder, name)));
}

function wheelNotice(info: string): Notice {
  const metadata = readFileSync(join(info, 'METADATA'), 'utf8');
  const name = field(metadata, 'Name') ?? info;
  const version = field(metadata, 'Version') ?? '';
  return {
    name,
    version,
    licence: licenceName(metadata),
    // PyPI keeps the source of each version beside its wheels; for the MPL that is what a reader must be told.
    source: `https://pypi.org/project/${name}/${version}/#files`,
    note:
      name.toLowerCase() === 'pyyaml'
        ? 'Without its compiled part, which does not run in a browser.'
        : undefined,
    texts: licenceFiles(info).map((path) => readFileSync(path, 'utf8').trim()),
  };
}

/** The short name of a licence, from the three ways in which packages have stated it over the years. */
export function licenceName(metadata: string): string {
  const old = field(metadata, 'License');
  const classifier = /^Classifier: License :: (?:OSI Approved :: )?(.+)$/m.exec(metadata)?.[1];
  return (
    field(metadata, 'License-Expression') ??
    (old === 'UNKNOWN' ? undefined : old) ??
    classifier ??
    'see the text'
  );
}

function field(metadata: string, name: string): string | undefined {
  const value = new RegExp(`^${name}: (.+)$`, 'm').exec(metadata)?.[1]?.trim();
  return value === '' ? undefined : value;
}

function licenceFiles(info: string): string[] {
  return readdirSync(info, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[\\/])(licen[cs]e|copying|notice|authors)[^\\/]*$/i.test(name))
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => join(info, name))
    .filter((path) => statSync(path).isFile());
}
