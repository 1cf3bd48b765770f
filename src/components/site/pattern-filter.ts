/** Which patterns a reader means by an error line, a few words, a topic, a library. No DOM here. */

/** A pattern as the table knows it. */
export interface Entry {
  code: string;
  /** All that words are searched in: code, title, summary, symptom, libraries. In lower case. */
  text: string;
  topic: string;
  libraries: readonly string[];
  /** In how many of the real suite's failing tests it had a part; 0 where none is known. */
  failed: number;
  /** Regular expressions of the pattern's signatures, searched in the message of a failure. */
  signatures: readonly string[];
}

export interface Query {
  /** An error line as pasted, or words. */
  text: string;
  /** A topic's folder, or '' for all. */
  topic: string;
  /** A library, or '' for all. */
  library: string;
  /** Only patterns that really failed. */
  failed: boolean;
}

/** `topic` is the table as it was built; `failed` has the most frequent first. */
export type Order = 'topic' | 'failed';

export interface Answer {
  codes: ReadonlySet<string>;
  /**
   * - `all`: no text was asked for
   * - `recognised`: the error line is one that these patterns know
   * - `words`: these patterns have the words
   */
  by: 'all' | 'recognised' | 'words';
}

/** More than this is a log, not a line; what follows is not looked at. */
const longestText = 4000;

export function ask(entries: readonly Entry[], query: Query): Answer {
  const scope = entries.filter(
    ({ topic, libraries, failed }) =>
      (!query.failed || failed > 0) &&
      (query.topic === '' || topic === query.topic) &&
      (query.library === '' || libraries.includes(query.library)),
  );
  const text = query.text.slice(0, longestText).trim();
  if (text === '') return { codes: codesOf(scope), by: 'all' };
  const recognised = scope.filter((entry) => recognises(entry, text));
  if (recognised.length > 0) {
    // A pattern may show the very line and leave its signature to another, which knows it too.
    const shown = scope.filter((entry) => entry.text.includes(text.toLowerCase()));
    return { codes: codesOf([...recognised, ...shown]), by: 'recognised' };
  }
  return { codes: codesOf(scope.filter((entry) => hasWords(entry, text))), by: 'words' };
}

/** The codes from the most frequent failure to the least, those without a figure last, each by code. */
export function byFailures(entries: readonly Entry[]): string[] {
  return [...entries]
    .sort((one, other) => other.failed - one.failed || one.code.localeCompare(other.code))
    .map(({ code }) => code);
}

/** What the table shows, in words, for those who hear it. */
export function describe({ codes, by }: Answer, total: number, order: Order): string {
  const found = codes.size;
  if (found === 0) return 'No pattern has these words. Try the exception’s name, or fewer words.';
  const sorted = order === 'failed' && found > 1 ? ' The most frequent comes first.' : '';
  if (by === 'recognised') {
    return found === 1 ? 'One pattern knows this error.' : `${found} patterns know this error.${sorted}`;
  }
  if (found === total) return total === 1 ? 'One pattern.' : `${total} patterns.${sorted}`;
  return `${found} of ${total} patterns.${sorted}`;
}

function codesOf(entries: readonly Entry[]): Set<string> {
  return new Set(entries.map(({ code }) => code));
}

/** Signatures are made for the bare message; a pasted line has pytest's `E` and the exception before it. */
function recognises(entry: Entry, text: string): boolean {
  const line = text.replace(/^E\s+/, '');
  const message = line.replace(/^[\w.]+(?:Error|Exception|Warning|Exit|Failed|Interrupt|Retry): /, '');
  return entry.signatures.some((source) => {
    const signature = new RegExp(source, 'm');
    return signature.test(line) || signature.test(message);
  });
}

/**
 * A few words must all be there. A whole line holds names of the reader's own, so quoted values and called
 * names are left out, and most of the other words must be there, but for the shortest ("is", "of").
 */
function hasWords(entry: Entry, text: string): boolean {
  const all = words(text);
  if (all.length <= 3) return all.every((word) => entry.text.includes(word));
  const general = words(text.replace(/(['"`]).*?\1|[\w.]+\(\)/g, ' ')).filter((word) => word.length > 2);
  const found = general.filter((word) => entry.text.includes(word));
  return general.length > 0 && found.length / general.length >= 0.7;
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_.]+/u)
    .filter((word) => word !== '' && word !== '.');
}
