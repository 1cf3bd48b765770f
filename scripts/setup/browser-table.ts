import { homedir } from 'node:os';
import { join } from 'node:path';

/** A browser that the tests can drive: one entry here is all that set-up needs to know of it. */
export interface BrowserEntry {
  /** As a person calls it. */
  readonly title: string;
  /** Variables in which a person names the program; the first that is set is taken, and must exist. */
  readonly variables: readonly string[];
  /**
   * The files it takes, each with the places where it may be. The first one is the browser itself; all must be
   * found. A name without a folder is looked for on PATH.
   */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** Whether `--version` works without a display; then it proves that the file is a browser that starts. */
  readonly saysVersion: boolean;
  /** Debian's packages, and about how much they download, in MB. */
  readonly debian: { readonly packages: readonly string[]; readonly megabytes: number };
  /** Whether its tests may be left out, said in words, where it is missing and can't be installed. */
  readonly mayBeMissing: boolean;
  /** Playwright's name for the build that it can download itself, where our tests can drive that build. */
  readonly playwright?: 'chromium';
}

const MAC = ['/Applications', join(homedir(), 'Applications')];
const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
  (name) => process.env[name] ?? [],
);
const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/libexec',
  '/usr/lib',
];

const mac = (path: string): string[] => MAC.map((folder) => join(folder, path));
const windows = (path: string): string[] => WINDOWS.map((folder) => join(folder, path));

export const BROWSERS = {
  chromium: {
    title: 'Chromium',
    variables: ['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME', 'CHROME_PATH', 'CHROME_BIN'],
    parts: {
      browser: [
        '/usr/bin/chromium',
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        ...mac('Chromium.app/Contents/MacOS/Chromium'),
        ...mac('Google Chrome.app/Contents/MacOS/Google Chrome'),
        ...windows('Google/Chrome/Application/chrome.exe'),
        ...windows('Chromium/Application/chrome.exe'),
      ],
    },
    saysVersion: true,
    debian: { packages: ['chromium'], megabytes: 110 },
    mayBeMissing: false,
    playwright: 'chromium',
  },
  firefox: {
    title: 'Firefox ESR',
    variables: ['FIREFOX', 'FIREFOX_BIN'],
    parts: {
      browser: [
        '/usr/bin/firefox-esr',
        'firefox-esr',
        'firefox',
        ...mac('Firefox.app/Contents/MacOS/firefox'),
        ...windows('Mozilla Firefox/firefox.exe'),
      ],
    },
    saysVersion: true,
    debian: { packages: ['firefox-esr'], megabytes: 80 },
    mayBeMissing: true,
  },
  webkit: {
    title: 'WebKitGTK',
    variables: ['WEBKIT_MINIBROWSER'],
    parts: {
      browser: LIBRARIES.map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser')),
      driver: ['/usr/bin/WebKitWebDriver', 'WebKitWebDriver'],
      display: ['/usr/bin/xvfb-run', 'xvfb-run'],
      bus: ['/usr/bin/dbus-run-session', 'dbus-run-session'],
    },
    saysVersion: false,
    debian: { packages: ['webkit2gtk-driver', 'xvfb', 'xauth', 'dbus'], megabytes: 60 },
    mayBeMissing: true,
  },
} as const satisfies Record<string, BrowserEntry>;

export type BrowserName = keyof typeof BROWSERS;
