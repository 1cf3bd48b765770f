import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { BROWSER_PACKAGES } from '../setup/set-up.ts';
import { Trouble } from '../setup/trouble.mjs';
import { type Notice, renderNotices } from './notice.ts';
import { SHIPPED, type ShippedPackage } from './shipped.ts';
import { unlistedPackages } from './unlisted.ts';
import { wheelNotices } from './wheels.ts';

/** Made by the build and served as /licences.txt. */
export const LICENCES = join(ROOT, 'public', 'licences.txt');

/**
 * Collects the licence texts of all that the site sends to readers.
 *
 * @throws Trouble when a package has no licence text, or when nobody has said whether an imported one is sent
 */
export function writeLicences(): void {
  const unlisted = unlistedPackages(join(ROOT, 'src'));
  if (unlisted.length > 0) {
    throw new Trouble(
      `${unlisted.join(', ')}: say in scripts/licences/shipped.ts whether that is sent to readers (SHIPPED) or only used in the build (BUILD_ONLY).`,
    );
  }
  const notices = [...SHIPPED.map((entry) => packageNotice(entry, ROOT)), ...wheelNotices(BROWSER_PACKAGES)];
  assertTexts(notices);
  mkdirSync(dirname(LICENCES), { recursive: true });
  writeFileSync(LICENCES, renderNotices(notices));
}

/** @throws Trouble that names each package without a licence text */
export function assertTexts(notices: readonly Notice[]): void {
  const bare = notices.filter(({ texts }) => texts.every((text) => text.trim() === ''));
  if (bare.length === 0) return;
  const names = bare.map(({ name, version }) => `${name} ${version}`).join(', ');
  throw new Trouble(
    `${names} would be sent to readers without a licence text: add the text to scripts/licences/, or stop sending it.`,
  );
}

/** What an npm package says of itself, with its texts. A text that is not there is left out, and then noticed. */
export function packageNotice({ name, texts, note }: ShippedPackage, root: string): Notice {
  const folder = join(root, 'node_modules', name);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string; // npm itself refuses a package without these two.
    readonly license?: string;
  };
  const paths = texts.map((text) => (text.startsWith('/') ? join(root, text) : join(folder, text)));
  const complete = paths.every((path) => existsSync(path));
  return {
    name,
    version: about.version,
    licence: about.license ?? 'see the text',
    source: `https://www.npmjs.com/package/${name}/v/${about.version}`,
    note,
    texts: complete ? paths.map((path) => readFileSync(path, 'utf8').trim()) : [],
  };
}
