/** What the build gives the page. */
import type { SourceFile } from '../../playground/source-file.ts';

export interface PlaygroundData {
  /** Files of a reader who has none yet. */
  readonly starter: readonly SourceFile[];
  /** What a downloaded project installs: package to version. */
  readonly packages: Readonly<Record<string, string>>;
}

/** Packages and their versions, from a file of pip requirements; lines without `==` are left out. */
export function pinned(requirements: string): Readonly<Record<string, string>> {
  const pins = requirements.split('\n').flatMap((line) => {
    const [, name, version] = /^([\w.-]+)==([\w.]+)\s*$/.exec(line) ?? [];
    return name !== undefined && version !== undefined ? [[name, version] as const] : [];
  });
  return Object.fromEntries(pins);
}
