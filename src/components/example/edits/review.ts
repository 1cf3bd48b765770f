/** An example as Markdown for a comment on a pull request: the link, what is wrong, both tests, both verdicts. */

export interface ReviewSide {
  /** The variant's title, in plain text. */
  readonly title: string;
  /** The test's code. */
  readonly code: string;
  /** The code is the reader's own, not the published one. */
  readonly edited?: boolean;
  /** "1 failed". */
  readonly verdict: string;
  /** The error that belongs to it, if there is one; only its first line is shown. */
  readonly error?: string;
}

export interface Review {
  /** The pattern's code, as CEL001. */
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  /** Full address of the page, or of the variant on it. */
  readonly url: string;
  readonly wrong: ReviewSide;
  readonly right: ReviewSide;
  /** "Python 3.14.2, pytest 9.2.0, Celery 5.7.0": what the verdicts were reached with. */
  readonly versions: string;
}

/** Longest error line shown, in UTF-16 code units. */
const LONGEST_ERROR = 300;

/** The comment. Whatever the texts contain, they stay the text that they are: no markup, no mention. */
export function reviewMarkdown(review: Review): string {
  const { code, title, summary, url, wrong, right, versions } = review;
  const parts = [
    `**[${plain(`${code}: ${title}`)}](<${address(url)}>)**`,
    plain(summary),
    ...side('Wrong', wrong),
    ...side('Right', right),
    `Verdicts reached with ${plain(versions)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function side(name: string, { title, code, edited, verdict, error }: ReviewSide): string[] {
  const line = error === undefined ? '' : (error.split('\n').find((one) => one.trim() !== '') ?? '');
  return [
    `**${name}: ${plain(title)}**${edited ? ' (edited)' : ''}`,
    fenced(code),
    `Result: ${plain(verdict)}${line === '' ? '' : `, ${inlineCode(cut(line.trim()))}`}`,
  ];
}

/** A code block whose fence no run of backticks in the code can close. */
export function fenced(code: string, language = 'python'): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  const body = code.replaceAll('\r\n', '\n').replace(/\n*$/, '');
  return `${fence}${language}\n${body}\n${fence}`;
}

function inlineCode(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  // A space keeps backticks at an end from joining the delimiter; Markdown takes one off on each side.
  const edge = /^`|`$/.test(text) || /^ .* $/.test(text) ? ' ' : '';
  return `${ticks}${edge}${text}${edge}${ticks}`;
}

/** Text that Markdown and a forge leave alone: no emphasis, no HTML, no link, and nobody is notified. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~$!]/g, (character) => `\\${character}`)
    .replace(/@(?=[\w-])/g, '@\u200b')
    .replace(/\b(https?:\/\/|www\.)/gi, (start) => `${start.slice(0, -1)}\u200b${start.slice(-1)}`);
}

function address(url: string): string {
  return url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character));
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}

function cut(line: string): string {
  return line.length > LONGEST_ERROR ? `${line.slice(0, LONGEST_ERROR)}…` : line;
}
