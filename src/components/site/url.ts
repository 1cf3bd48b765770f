/**
 * Addresses inside the site. The site may be served below a path (`BASE_PATH=/redgreen/`), which Astro
 * hands on as `import.meta.env.BASE_URL`, with or without a slash at its end.
 */

/** Joins the base and a path of the site: `withBase('/redgreen', '/p/CEL001/')` is `/redgreen/p/CEL001/`. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

/** Address of a page of the site, for use in components: `siteUrl('patterns/')`. */
export function siteUrl(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}

/**
 * Takes the base off a path of the browser's address bar. `undefined` if the path lies outside the base.
 * The result has no leading slash: `stripBase('/redgreen/', '/redgreen/p/cel001')` is `p/cel001`.
 */
export function stripBase(base: string, pathname: string): string | undefined {
  const prefix = withBase(base, '');
  if (`${pathname}/` === prefix) return '';
  return pathname.startsWith(prefix) ? pathname.slice(prefix.length) : undefined;
}
