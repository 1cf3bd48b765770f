/** A failure as triage looks at it: from the runner's events, a report, or a pasted text. */
export interface FailureFacts {
  /** The exception's class as written; undefined where a report does not say. */
  readonly exceptionType: string | undefined;
  readonly message: string;
  /** Files of the traceback; undefined where there is none, empty where it is known to have none. */
  readonly files: readonly string[] | undefined;
  /** The whole report of the failure. */
  readonly text: string;
}

/** Longest text that is searched, in UTF-16 code units: patterns must stay quick on anything. */
const LONGEST_SEARCHED = 50_000;

// An escape character, then what terminals take for colours.
// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[0-9;]*m/g;

/** The last exception line of a pytest report: `E   TypeError: message`, and the lines that follow it. */
const EXCEPTION_LINE =
  /^E +((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Failed|Retry|Timeout|Overflow|Exit|Interrupt|Warning)?): (.*)$/;

/** Files named in a traceback: `celery/app/task.py:550: TypeError`, `File "…/task.py", line 550`. */
const FRAME_LINE = /^(?:\s*File "([^"]+\.py)", line \d+|(\S+\.py):\d+: )/;

/** Read the facts out of a message and the traceback that pytest printed. */
export function factsFromReport(message: string, details: string): FailureFacts {
  const text = clean(details === '' ? message : details);
  const lines = text.split('\n');
  const files = lines.flatMap((line) => {
    const [, quoted, plain] = FRAME_LINE.exec(line) ?? [];
    const file = quoted ?? plain;
    return file === undefined ? [] : [file.replaceAll('\\', '/')];
  });
  const [type, said] = split(clean(message));
  const last = lines.findLast((line) => EXCEPTION_LINE.test(line));
  const [, typeInText] = (last && EXCEPTION_LINE.exec(last)) ?? [];
  return {
    exceptionType: type ?? typeInText,
    message: said,
    files: details === '' ? undefined : files,
    text,
  };
}

/** "TypeError: message" into its two parts; a bare assertion has no type written. */
function split(message: string): readonly [string | undefined, string] {
  const [, type, said] = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*): ([\s\S]*)$/.exec(message) ?? [];
  if (type !== undefined && said !== undefined) return [type, said];
  return [message.startsWith('assert ') ? 'AssertionError' : undefined, message];
}

function clean(text: string): string {
  return text.slice(0, LONGEST_SEARCHED).replaceAll('\r\n', '\n').replace(COLOURS, '');
}
