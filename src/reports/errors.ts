/** Where in a file: both counted from 1, in characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a report can't be read. Every error names the file; `describeError` says what to do. */
export type ReportError = { readonly file: string } & (
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly limit: number; readonly packed: boolean }
  | { readonly kind: 'gzip-damaged'; readonly reason: string }
  | { readonly kind: 'not-utf8'; readonly place: Place; readonly looksLike: 'UTF-16' | 'unknown' }
  | { readonly kind: 'declared-encoding'; readonly encoding: string }
  | { readonly kind: 'truncated'; readonly place: Place; readonly reason: string }
  | {
      readonly kind: 'malformed';
      readonly format: 'XML' | 'JSON';
      readonly place: Place;
      readonly reason: string;
    }
  | { readonly kind: 'doctype'; readonly place: Place }
  | { readonly kind: 'too-deep'; readonly place: Place; readonly limit: number }
  | { readonly kind: 'too-many-tests'; readonly limit: number }
  | { readonly kind: 'unknown-format'; readonly found: string; readonly hint: string }
  | { readonly kind: 'invalid'; readonly where: string; readonly reason: string }
  | { readonly kind: 'lossy'; readonly producer: string; readonly reason: string }
  | { readonly kind: 'twice'; readonly what: string; readonly other: string; readonly cure: string }
);

/** An error as the reading code knows it; the file's name is put in where the file is known. */
export type ReportProblem = ReportError extends infer E
  ? E extends { file: string }
    ? Omit<E, 'file'>
    : never
  : never;

/** Carries a {@link ReportProblem} out of the parsers' callbacks. Never leaves `readReport`. */
export class ReportFailure extends Error {
  readonly problem: ReportProblem;

  constructor(problem: ReportProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Leave the parser with a problem. */
export function fail(problem: ReportProblem): never {
  throw new ReportFailure(problem);
}

/** The error in words: file, place, what is wrong and what to do about it. One line. */
export function describeError(error: ReportError): string {
  return `${error.file}${placeOf(error)}: ${sentence(error)}`;
}

function placeOf(error: ReportError): string {
  return 'place' in error ? `:${error.place.line}:${error.place.column}` : '';
}

function sentence(error: ReportError): string {
  switch (error.kind) {
    case 'unreadable':
      return `can't be read (${error.reason}).`;
    case 'empty':
      return 'the file is empty. pytest writes its report at the very end: was the run killed?';
    case 'too-large':
      return `more than ${error.limit / 1e6} MB${error.packed ? ' when unpacked' : ''}. Split the run into shards and give all their files.`;
    case 'gzip-damaged':
      return `the gzip data is damaged or cut off (${error.reason}). Upload it again.`;
    case 'not-utf8':
      return error.looksLike === 'UTF-16'
        ? 'this is UTF-16. Save it as UTF-8 (in PowerShell: Out-File -Encoding utf8).'
        : 'these bytes are not UTF-8. pytest writes UTF-8: did a tool convert the file?';
    case 'declared-encoding':
      return `the file says that it is ${error.encoding}. Only UTF-8 is read; pytest writes UTF-8.`;
    case 'truncated':
      return `the file ends too early (${error.reason}). Was the run killed, or the upload cut off?`;
    case 'malformed':
      return `not well-formed ${error.format}: ${error.reason}. The file is damaged; make it again.`;
    case 'doctype':
      return 'the file has a document type declaration, which can make a small file explode. No test tool writes one: remove it.';
    case 'too-deep':
      return `nested deeper than ${error.limit} levels. No test report is.`;
    case 'too-many-tests':
      return `more than ${error.limit} tests. Publish the parts as separate feeds.`;
    case 'unknown-format':
      return `neither a test report nor a coverage report: ${error.found}. ${error.hint}`;
    case 'invalid':
      return `${error.where}: ${error.reason}.`;
    case 'lossy':
      return `written by ${error.producer}, which ${error.reason}. Use pytest's own --junitxml instead.`;
    case 'twice':
      return `a second ${error.what} beside ${error.other}. ${error.cure}`;
    default: {
      const never: never = error;
      return never;
    }
  }
}
