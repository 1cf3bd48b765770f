import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { BrowserEntry } from './browser-table.ts';
import { ROOT } from './paths.mjs';
import { during } from './say.mjs';
import { type ToolResult, runTool } from './tool.mjs';

/** One way to install a browser. */
export interface Installer {
  /** What a person would type for it. */
  readonly command: string;
  /** Whether it can be tried from here: apt-get needs root. */
  readonly possible: boolean;
  /** Where the browser then is, if that is a place of its own. */
  readonly places: readonly string[];
  install(): Promise<ToolResult>;
}

/** The ways to install a browser on this machine, the best first. */
export async function installers(entry: BrowserEntry): Promise<readonly Installer[]> {
  const ways: Installer[] = [];
  if (isDebian()) ways.push(byApt(entry));
  if (entry.playwright !== undefined) ways.push(await byPlaywright(entry.title, entry.playwright));
  return ways.length > 0 ? ways : [byHand(entry)];
}

/** Debian itself; Ubuntu's package of the same name is only a hint at a snap, which containers cannot run. */
export function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function byApt({ title, debian }: BrowserEntry): Installer {
  const apt = ['apt-get', '-o', 'DPkg::Lock::Timeout=300', '-y'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const names = debian.packages.join(' ');
  const root = process.getuid?.() === 0;
  return {
    command: `${root ? '' : 'sudo '}apt-get install -y ${names}`,
    possible: root,
    places: [],
    install: () =>
      during(`Installing ${title} (Debian packages ${names}, about ${debian.megabytes} MB)`, async () => {
        // Without fresh lists a new machine knows no packages; a failure shows in the install that follows.
        await runTool([...apt, 'update'], { env });
        return runTool([...apt, 'install', ...debian.packages], { env });
      }),
  };
}

async function byPlaywright(title: string, name: 'chromium'): Promise<Installer> {
  const playwright = await import('@playwright/test');
  const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  return {
    command: `npx playwright install --with-deps ${name}`,
    possible: true,
    places: [playwright[name].executablePath()],
    install: () =>
      during(`Installing ${title} (Playwright's own build, about 170 MB)`, () =>
        runTool([process.execPath, cli, 'install', name]),
      ),
  };
}

/** Where nothing can be tried: the person is told what to look for. */
function byHand({ title }: BrowserEntry): Installer {
  return {
    command: `install ${title} with this system's own package manager`,
    possible: false,
    places: [],
    install: () => Promise.resolve({ kind: 'missing', command: title }),
  };
}
