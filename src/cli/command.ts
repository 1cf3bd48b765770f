import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Stop, type ExitCode } from './exit.ts';

/** The world outside of a command. Tests bring their own. */
export interface Shell {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** The time, RFC 3339. */
  readonly now: () => string;
}

/** One command of `redgreen`. */
export interface Command {
  /** Words that call it: `feed publish`. */
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  readonly run: (args: readonly string[], shell: Shell) => Promise<ExitCode>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parse arguments strictly; what is wrong with them is a usage error that names the help. */
export function parsed<const O extends Options>(
  name: string,
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Stop(
      'usage',
      `${reason.replace(/\.? To specify a positional.*$/s, '')}. See: redgreen ${name} --help`,
    );
  }
}

/** A whole number from 0 on, or nothing. */
export function count(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,8}$/.test(text)) throw new Stop('usage', `--${name} needs a number, not “${text}”.`);
  return Number(text);
}

/** An option that a command can't do without. */
export function needed(name: string, text: string | undefined, why: string): string {
  if (text === undefined || text.trim() === '') throw new Stop('usage', `--${name} is needed: ${why}`);
  return within(name, 1000, text.trim());
}

/** A text that fits into the feed; a longer one is a mistake, such as a file instead of its name. */
export function within<T extends string | null | undefined>(name: string, max: number, text: T): T {
  if (typeof text === 'string' && text.length > max) {
    throw new Stop('usage', `--${name} takes at most ${max} characters; this has ${text.length}.`);
  }
  return text;
}
