/** Serves a private copy of the built site, so that a test may change what is served. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSite } from '../../scripts/serve.ts';

export interface Site {
  /** Folder that is served; a test may write into it. */
  readonly dist: string;
  /** Address of a path of the site: `url('p/CEL001/')`. */
  url(path: string): string;
  readonly origin: string;
  close(): Promise<void>;
}

/** Copy `from` and serve it on a free port, below `basePath`. */
export async function openSite(from = 'dist', basePath = '/'): Promise<Site> {
  if (!existsSync(join(from, 'index.html'))) {
    throw new Error(`${from}/ holds no built site: run \`npm run build\` first`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'redgreen-site-'));
  const dist = join(folder, 'dist');
  cpSync(from, dist, { recursive: true });
  const server = await serveSite({ dir: dist, port: 0, basePath });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    dist,
    origin,
    url: (path) => `${origin}${basePath.replace(/\/?$/, '/')}${path.replace(/^\//, '')}`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
