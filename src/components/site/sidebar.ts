import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { frontmatter } from './frontmatter.ts';
import { topicTitle, topics } from './topics.ts';

/** An entry that leads to a page. `slug` is the page's id, `data-code` a pattern's code (drawn by shell.css). */
interface PageItem {
  slug: string;
  label: string;
  attrs?: { 'data-code': string };
}

/** The entries of Starlight's `sidebar` option that we make. */
export type SidebarItem = PageItem | { label: string; collapsed?: boolean; items: SidebarItem[] };

/** Pages of the site that stand above the topics and below them, in order; each appears once it exists. */
const before = [{ file: 'start', label: 'Start here' }];
const after = [
  { file: 'roadmap', label: 'Roadmap' },
  { file: 'triage', label: 'Triage' },
  { file: 'playground', label: 'Playground' },
];

/**
 * The menu, read from the pages that exist. Starlight's own `autogenerate` would do for `start/`, but it
 * makes a group of every folder, and each pattern is one. So a topic lists its patterns by code here:
 * `patterns/<topic>/<folder>/index.mdx`, whose frontmatter has the title and `slug: p/CEL001`.
 * Read once, when Astro starts: the dev server must be restarted to see a new page in the menu.
 *
 * @param docs folder of the pages, `src/content/docs`
 */
export function sidebar(docs: string): SidebarItem[] {
  return [
    ...before.flatMap(({ file, label }) => section(docs, file, label)),
    ...patterns(docs),
    ...after.flatMap(({ file, label }) => section(docs, file, label)),
  ];
}

function patterns(docs: string): SidebarItem[] {
  const groups = topics.flatMap((topic): SidebarItem[] => {
    const { folder } = topic;
    const items: SidebarItem[] = [
      ...page(docs, `patterns/${folder}`, 'Overview'),
      ...globSync(`patterns/${folder}/*/index.mdx`, { cwd: docs })
        .map((file) => pattern(docs, file))
        .sort((one, other) => one.slug.localeCompare(other.slug)),
    ];
    // Closed, or dozens of patterns would bury the rest; Starlight opens the current page's own topic.
    return items.length > 0 ? [{ label: topicTitle(topic, docs), collapsed: true, items }] : [];
  });
  return [
    ...page(docs, 'patterns', 'All patterns'),
    ...page(docs, 'patterns/what-really-failed', 'What really failed'),
    ...groups,
  ];
}

function pattern(docs: string, file: string): PageItem {
  const { slug, title } = frontmatter(docs, file);
  if (!slug?.startsWith('p/')) {
    throw new Error(
      `${join(docs, file)}: the frontmatter needs the page's address, such as "slug: p/CEL001".`,
    );
  }
  return { slug, label: title, attrs: { 'data-code': slug.slice(2) } };
}

/** A page alone, or a folder of pages with its own index first and the others by `sidebar.order`, then by file. */
function section(docs: string, file: string, label: string): SidebarItem[] {
  const others = globSync([`${file}/*.mdx`, `${file}/*/index.mdx`], { cwd: docs })
    .filter((path) => path !== `${file}/index.mdx`)
    .map((path) => ({ path, ...frontmatter(docs, path) }))
    .sort((one, other) => one.order - other.order || one.path.localeCompare(other.path))
    .map(({ path, slug, label }) => ({ slug: slug ?? path.replace(/(\/index)?\.mdx$/, ''), label }));
  const index = page(docs, file, others.length > 0 ? 'Overview' : label);
  return others.length > 0 ? [{ label, items: [...index, ...others] }] : index;
}

function page(docs: string, file: string, label: string): SidebarItem[] {
  const exists = [`${file}.mdx`, `${file}/index.mdx`].some((path) => existsSync(join(docs, path)));
  return exists ? [{ slug: file, label }] : [];
}
