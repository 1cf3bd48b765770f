import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkChecker, LinkState, type LinkResult } from 'linkinator';
import { Trouble } from '../setup/trouble.mjs';
import { serveSite } from '../site/serve-site.ts';
import { addressesIn } from './addresses.ts';

export interface BrokenLink {
  /** Address as a reader of the site would see it. */
  readonly url: string;
  /** The page, or the data file, that has the link. */
  readonly from: string;
  /** Such as "404", or that the page has no such anchor. */
  readonly why: string;
}

export interface LinkReport {
  readonly pages: number;
  readonly checked: number;
  readonly broken: readonly BrokenLink[];
  /** Addresses on other hosts, sorted. They are not fetched: the check must work without a network. */
  readonly external: readonly string[];
}

interface Checked {
  readonly links: readonly LinkResult[];
  readonly external: ReadonlySet<string>;
}

/**
 * Follows every link, anchor, style, script and picture of every page of a built site, and the addresses in its
 * feeds, badges and site map and in the commands that its pages show, served as a host would serve them below `basePath`.
 *
 * @throws Trouble when the folder holds no built site
 */
export async function checkLinks(dir: string, basePath = '/'): Promise<LinkReport> {
  const home = publishedHome(dir);
  const site = await serveSite({ dir, port: 0, basePath });
  const scratch = mkdtempSync(join(tmpdir(), 'redgreen-links-'));
  try {
    const served = { home, url: site.url };
    const pages = globSync('**/*.html', { cwd: dir }).map((file) => pageUrl(site.url, file));
    const data = join(scratch, 'data.html');
    const sources = addressesInText(dir, served);
    writeFileSync(data, [...sources.keys()].map((url) => `<a href="${escaped(url)}">x</a>`).join('\n'));
    const [ofPages, ofData] = [await follow(pages, served), await follow([data], served)];
    const links = [...ofPages.links, ...ofData.links];
    return {
      pages: pages.length,
      checked: links.filter(({ state }) => state !== LinkState.SKIPPED).length,
      broken: links
        .filter(({ state }) => state === LinkState.BROKEN)
        .map((link) => broken(link, served, sources)),
      external: [...new Set([...ofPages.external, ...ofData.external])].sort(),
    };
  } finally {
    await site.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Served {
  /** Where the site says it lives: pages and feeds name it in full. */
  readonly home: string;
  /** Where it is served for the check. */
  readonly url: string;
}

async function follow(path: string[], { home, url }: Served): Promise<Checked> {
  const external = new Set<string>();
  const origin = new URL(url).origin;
  const { links } = await new LinkChecker().check({
    path,
    checkFragments: true,
    checkCss: true,
    concurrency: 16,
    urlRewriteExpressions: [{ pattern: startOf(home), replacement: url }],
    linksToSkip: (link) => {
      const inside = link.startsWith(home) || hasOrigin(link, origin) || isScratch(link, path);
      if (!inside) external.add(link);
      return Promise.resolve(!inside);
    },
  });
  return { links, external };
}

/** A file that is checked is served by the checker itself, on an origin of its own. */
function isScratch(link: string, path: readonly string[]): boolean {
  return path.some((file) => !file.startsWith('http') && link.endsWith('/data.html'));
}

function hasOrigin(link: string, origin: string): boolean {
  return URL.parse(link)?.origin === origin;
}

/** Addresses of the site in full, in data and in the words and commands of pages, each with its first file. */
function addressesInText(dir: string, { home, url }: Served): Map<string, string> {
  const found = new Map<string, string>();
  const files = globSync('**/*.{html,json,xml}', { cwd: dir }).filter(
    (file) => !/^(runtime|pagefind)\//.test(file),
  );
  for (const file of files.sort()) {
    for (const address of addressesIn(readFileSync(join(dir, file), 'utf8'))) {
      if (!address.startsWith(home)) continue;
      const there = url + address.slice(home.length);
      if (!found.has(there)) found.set(there, file);
    }
  }
  return found;
}

/** The address that the site's first page calls its own. */
function publishedHome(dir: string): string {
  const path = join(dir, 'index.html');
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readText(path))?.[1];
  if (canonical === undefined) {
    throw new Trouble(`${path} is not the first page of a built site: run "npm run build" first.`);
  }
  return canonical;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function broken(link: LinkResult, { home, url }: Served, data: ReadonlyMap<string, string>): BrokenLink {
  const reasons = (link.failureDetails ?? []).map((detail) =>
    'message' in detail && typeof detail.message === 'string' ? detail.message : '',
  );
  const page = data.get(link.url) ?? link.parent ?? '(the list of pages)';
  return {
    url: link.url.replace(startOf(url), home),
    from: page.replace(startOf(url), home),
    why: reasons.find((reason) => reason !== '') ?? String(link.status ?? 'no answer'),
  };
}

function pageUrl(site: string, file: string): string {
  return site + file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
}

function startOf(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`);
}

function escaped(url: string): string {
  return url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
