/** WebKitGTK: its small browser, on a display in memory, by WebDriver. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import process from 'node:process';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import type { BrowserFiles } from '../../scripts/setup/find-browser.ts';
import { until, type EngineBrowser } from './engine.ts';
import { webDriverEngine } from './webdriver-engine.ts';

/** No graphics card, and no desktop services: both are looked for in vain, which takes seconds. */
const ENVIRONMENT = {
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  GTK_USE_PORTAL: '0',
  NO_AT_BRIDGE: '1',
  GIO_USE_VFS: 'local',
};

/** Start WebKit's driver; each page is a browser of its own, with an empty profile. */
export async function launchWebkit(files: BrowserFiles): Promise<EngineBrowser> {
  const { browser = '', driver = '', display = '', bus = '' } = files;
  const port = await freePort();
  const child = spawn(bus, ['--', display, '-a', driver, `--port=${port}`], {
    // A group of its own, so that the display and the bus end with the driver.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...ENVIRONMENT },
  });
  const end = (): void => {
    endGroup(child);
  };
  process.once('exit', end);
  const server = `http://127.0.0.1:${port}`;
  await until('WebKitWebDriver', () => answers(server), Boolean, 30_000);
  let version = 'unknown';
  let session: WebDriver | undefined;
  const closePage = async (): Promise<void> => {
    const open = session;
    session = undefined;
    await open?.quit();
  };
  return {
    name: 'webkit',
    version: () => version,
    pid: child.pid,
    open: async () => {
      await closePage();
      session = await new Builder()
        .usingServer(server)
        .withCapabilities(
          new Capabilities({
            browserName: 'MiniBrowser',
            'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
          }),
        )
        .build();
      version = (await session.getCapabilities()).getBrowserVersion() ?? version;
      await session.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
      return webDriverEngine(session, 'webkit', closePage);
    },
    close: async () => {
      await closePage();
      process.off('exit', end);
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      end();
      await ended;
    },
  };
}

async function answers(server: string): Promise<boolean> {
  try {
    return (await fetch(`${server}/status`)).ok;
  } catch {
    return false;
  }
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
