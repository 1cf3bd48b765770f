import { successor } from '../../patterns/published.ts';

/**
 * What the 404 page can make of an address that has no page. Static hosts tell capital letters from
 * small ones, but people who type a code from a review do not.
 */
export type Finding =
  /** Go there at once. */
  | { kind: 'redirect'; path: string }
  /** It reads like a code that no pattern has (or has yet). */
  | { kind: 'unknown-code'; code: string; near: readonly string[] }
  | { kind: 'unknown' };

export interface Codes {
  /** Codes of all pattern pages. */
  known: readonly string[];
  /** Codes that were given up, each with the one that took its place. */
  retired: Readonly<Record<string, string>>;
  /** Codes by the name of the pattern's folder, which is what its sources are called. */
  slugs: Readonly<Record<string, string>>;
}

/** `p/cel001`, `patterns/CEL-1`, `cel001.html`: a code alone or below a folder that means patterns. */
const codeAddress = /^(?:(?:p|patterns?)\/)?([a-z]{3})[-_ ]?(\d{1,3})(?:\.html)?\/*$/i;

/**
 * @param path the asked path without the site's base and without a leading slash
 * @returns a path of the same form; query and hash of the asked address are the caller's to keep
 */
export function find(path: string, codes: Codes): Finding {
  const asked = decode(path);
  const named = codes.slugs[lastPart(asked)];
  if (named !== undefined) return { kind: 'redirect', path: `p/${named}/` };
  const parts = codeAddress.exec(asked);
  if (parts?.[1] === undefined || parts[2] === undefined) return { kind: 'unknown' };
  const code = parts[1].toUpperCase() + parts[2].padStart(3, '0');
  const target = successor(code, codes.retired);
  return codes.known.includes(target)
    ? { kind: 'redirect', path: `p/${target}/` }
    : { kind: 'unknown-code', code, near: codes.known.filter((known) => isNear(known, code)).slice(0, 5) };
}

/** One character is another, or two have changed places: what fingers do to a code. */
function isNear(known: string, asked: string): boolean {
  const different = [0, 1, 2, 3, 4, 5].filter((place) => known[place] !== asked[place]);
  const [one = 0, other = 0] = different;
  const isSwapped = different.length === 2 && known[one] === asked[other] && known[other] === asked[one];
  return different.length === 1 || isSwapped;
}

function lastPart(path: string): string {
  return (
    path
      .replace(/(\.html)?\/*$/, '')
      .split('/')
      .at(-1)
      ?.toLowerCase() ?? ''
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
