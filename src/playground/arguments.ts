/** pytest's arguments as a reader types them, and which of them go with one chosen test. */

export type Arguments =
  | { readonly kind: 'arguments'; readonly arguments: readonly string[] }
  | { readonly kind: 'refused'; readonly words: string };

/** Most arguments of one run; links hold as many. */
export const MOST_ARGUMENTS = 50;

/** Split a line as a shell would: at spaces, with '…' and "…" kept whole and \ before a character. */
export function splitArguments(line: string): Arguments {
  const parts: string[] = [];
  let current: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else current = (current ?? '') + character;
    } else if (character === "'" || character === '"') {
      quote = character;
      current ??= '';
    } else if (character === '\\' && at + 1 < line.length) {
      current = (current ?? '') + line.charAt(++at);
    } else if (/\s/.test(character)) {
      if (current !== undefined) parts.push(current);
      current = undefined;
    } else {
      current = (current ?? '') + character;
    }
  }
  if (quote !== undefined) {
    return {
      kind: 'refused',
      words: `The arguments have an opening ${quote} without its closing one. Add it.`,
    };
  }
  if (current !== undefined) parts.push(current);
  if (parts.length > MOST_ARGUMENTS) {
    return { kind: 'refused', words: `There are ${parts.length} arguments; ${MOST_ARGUMENTS} are the most.` };
  }
  return { kind: 'arguments', arguments: parts };
}

/** The line that `splitArguments` reads back to the same arguments. */
export function joinArguments(parts: readonly string[]): string {
  return parts.map(quoted).join(' ');
}

function quoted(part: string): string {
  if (/^[^\s'"\\]+$/.test(part)) return part;
  return part.includes("'") ? `"${part.replaceAll('"', `"'"'"`)}"` : `'${part}'`;
}

/**
 * The arguments of a run of `target`, a node id as `test_a.py::test_x`; undefined runs everything. With a
 * target, arguments that name a file are left out: pytest would run those tests too.
 */
export function argumentsFor(
  parts: readonly string[],
  target: string | undefined,
  paths: readonly string[],
): readonly string[] {
  if (target === undefined) return parts;
  const namesFile = (part: string): boolean => {
    const file = (part.split('::')[0] ?? '').replace(/\/$/, '');
    return paths.some((path) => path === file || path.startsWith(`${file}/`));
  };
  return [...parts.filter((part) => !namesFile(part)), target];
}
