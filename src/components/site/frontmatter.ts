import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What menus and tables need of a page. */
export interface Frontmatter {
  title: string;
  /** `sidebar.label`, or the title. */
  label: string;
  slug: string | undefined;
  /** `sidebar.order`; pages without one come last. */
  order: number;
}

/**
 * Reads the head of a page, for menus that are made before Astro has its pages.
 *
 * @param file path of the page in `docs`
 */
export function frontmatter(docs: string, file: string): Frontmatter {
  const source = readFileSync(join(docs, file), 'utf8');
  const block = /^---\r?\n(.*?)\r?\n---/s.exec(source)?.[1];
  const data: unknown = parse(block ?? '');
  const order = field(field(data, 'sidebar'), 'order');
  const label = field(field(data, 'sidebar'), 'label');
  const slug = field(data, 'slug');
  const title = field(data, 'title');
  if (typeof title !== 'string') throw new Error(`${join(docs, file)}: the frontmatter needs a title.`);
  return {
    title,
    label: typeof label === 'string' ? label : title,
    slug: typeof slug === 'string' ? slug : undefined,
    order: typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER,
  };
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
}
