/** What a command tells the shell. Documented in `redgreen --help`; scripts rely on them. */
export const exitCodes = {
  /** Done; failing tests are no failure of the command. */
  done: 0,
  /** The command line says something that can't be done. */
  usage: 1,
  /** A report, or what is published, can't be read. */
  unreadable: 2,
  /** Something that may work in a minute: the network, a lock, a full disk. */
  temporary: 3,
  /** A guard says no; nothing was written. */
  refused: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command: lines for people on standard error, and a code for the shell. */
export class Stop extends Error {
  readonly code: ExitCode;
  readonly lines: readonly string[];

  constructor(code: keyof typeof exitCodes, ...lines: readonly string[]) {
    super(lines.join('\n'));
    this.code = exitCodes[code];
    this.lines = lines;
  }
}
