import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD_ONLY, SHIPPED } from './shipped.ts';

/**
 * The npm packages that a source text imports, by name ("@scope/name" or "name"). Types are gone before anything is
 * sent, Node's own modules and Astro's made-up ones (`astro:content`) are no packages.
 */
export function importedPackages(source: string): string[] {
  const found = new Set<string>();
  const imports =
    /(?:^|[\s;])(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const [, fixed, lazy] of source.matchAll(imports)) {
    const name = /^(@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*(?=\/|$|\?)/.exec(fixed ?? lazy ?? '')?.[0];
    if (name) found.add(name);
  }
  return [...found];
}

/**
 * Packages that the site's source imports though nobody has said whether they are sent to readers.
 *
 * @param folder `src`
 * @returns sentences such as "src/x.ts imports leftpad"
 */
export function unlistedPackages(folder: string): string[] {
  const listed = new Set([...SHIPPED.map(({ name }) => name), ...BUILD_ONLY]);
  const problems: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !isSent(path)) continue;
    for (const name of importedPackages(readFileSync(path, 'utf8'))) {
      if (!listed.has(name)) problems.push(`${path} imports ${name}`);
    }
  }
  return problems;
}

/** Tests and the command-line tool never reach a reader's browser. */
function isSent(path: string): boolean {
  return (
    /\.(ts|astro|mdx)$/.test(path) && !/\.test\.ts$|[\\/](testing|cli|publish|generated)[\\/]/.test(path)
  );
}
