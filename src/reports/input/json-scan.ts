import type { Place } from '../errors.ts';

/** What keeps a text from being JSON, and where. */
export interface JsonProblem {
  readonly kind: 'ends' | 'wrong' | 'too-deep';
  readonly offset: number;
  readonly reason: string;
}

/**
 * Check a text against the JSON grammar without building anything, and without recursion. The engines'
 * own parsers word their errors differently and mostly without a place.
 *
 * @returns undefined when `JSON.parse` will take the text and no value is nested deeper than `maxDepth`.
 */
export function scanJson(text: string, maxDepth: number): JsonProblem | undefined {
  const scanner = new Scanner(text, maxDepth);
  return scanner.run();
}

/** Line and column, from 1, of an offset. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// What stands in a string as it is: everything from the space on, but the quote and the backslash.
const plain = /[ !\u0023-\u005b\u005d-\uffff]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const space = /[ \t\n\r]*/y;
const half = /^[a-z.+-]+$/i;
const word = /true|false|null/y;

class Scanner {
  private at = 0;
  /** One for each open container: `{` or `[`. */
  private readonly open: string[] = [];
  private readonly text: string;
  private readonly maxDepth: number;

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  run(): JsonProblem | undefined {
    this.skip(space);
    let problem = this.value();
    while (!problem && this.open.length > 0) problem = this.next();
    if (problem) return problem;
    this.skip(space);
    return this.at < this.text.length
      ? this.wrong('something follows after the end of the document')
      : undefined;
  }

  /** After a value inside a container: what closes it, or the next value. */
  private next(): JsonProblem | undefined {
    this.skip(space);
    const container = this.open.at(-1);
    const close = container === '{' ? '}' : ']';
    const char = this.text[this.at];
    if (char === close) {
      this.at += 1;
      this.open.pop();
      return undefined;
    }
    if (char !== ',') return this.wrong(`expected "," or "${close}"`);
    this.at += 1;
    this.skip(space);
    return container === '{' ? this.member() : this.value();
  }

  private member(): JsonProblem | undefined {
    if (this.text[this.at] !== '"') return this.wrong('expected a name in double quotes');
    const problem = this.string();
    if (problem) return problem;
    this.skip(space);
    if (this.text[this.at] !== ':') return this.wrong('expected ":"');
    this.at += 1;
    this.skip(space);
    return this.value();
  }

  /** A value, or the beginning of a container with its first value. */
  private value(): JsonProblem | undefined {
    for (;;) {
      const char = this.text[this.at];
      if (char === '"') return this.string();
      if (char !== '{' && char !== '[')
        return this.skip(number) || this.skip(word) ? undefined : this.noValue();
      if (this.open.length >= this.maxDepth) {
        return { kind: 'too-deep', offset: this.at, reason: 'nested too deep' };
      }
      this.open.push(char);
      this.at += 1;
      this.skip(space);
      if (this.text[this.at] === (char === '{' ? '}' : ']')) {
        this.at += 1;
        this.open.pop();
        return undefined;
      }
      if (char === '{') return this.member();
    }
  }

  private string(): JsonProblem | undefined {
    this.at += 1;
    for (;;) {
      this.skip(plain);
      const char = this.text[this.at];
      if (char === '"') {
        this.at += 1;
        return undefined;
      }
      if (char !== '\\') return this.wrong('a control character inside a string');
      if (!this.skip(escape)) {
        return this.text.length - this.at < 6 && !this.text.includes('"', this.at + 2)
          ? { kind: 'ends', offset: this.text.length, reason: 'inside a string' }
          : this.wrong('an escape that JSON does not have');
      }
    }
  }

  private noValue(): JsonProblem {
    const found = /^(?:-?Infinity|NaN)/.exec(this.text.slice(this.at, this.at + 9))?.[0];
    return this.wrong(found === undefined ? 'expected a value' : `${found} is not JSON`);
  }

  private wrong(reason: string): JsonProblem {
    // A word or number that is cut in its middle ends the text too.
    const ends =
      this.at >= this.text.length || (this.text.length - this.at < 12 && half.test(this.text.slice(this.at)));
    return ends
      ? {
          kind: 'ends',
          offset: this.text.length,
          reason: this.open.length > 0 ? `inside ${this.open.join('')}` : reason,
        }
      : { kind: 'wrong', offset: this.at, reason };
  }

  /** Move past what the pattern matches here; true if that is at least one character. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.text)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }
}
