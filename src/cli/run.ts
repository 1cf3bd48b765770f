import type { Command, Shell } from './command.ts';
import { exitCodes, Stop, type ExitCode } from './exit.ts';
import { hook } from './feed/hook.ts';
import { phase } from './feed/phase.ts';
import { publish } from './feed/publish.ts';
import { retireCommand } from './feed/retire.ts';
import { verify } from './feed/verify.ts';

const commands: readonly Command[] = [publish, verify, retireCommand, phase, hook];

/** Run a command line and say how it ended. Never throws for what people or files do wrong. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  if (!command) return general(args, shell);
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    shell.out(command.help);
    return exitCodes.done;
  }
  try {
    return await command.run(rest, shell);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    for (const line of error.lines) shell.err(line);
    return error.code;
  }
}

function general(args: readonly string[], shell: Shell): ExitCode {
  const asked = args.length === 0 || args.includes('--help') || args.includes('-h') || args[0] === 'help';
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = [
    ...(asked ? [] : [`redgreen has no command “${args.slice(0, 2).join(' ')}”.`, '']),
    'redgreen COMMAND [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'redgreen COMMAND --help says more.',
    'Exit codes: 0 done, 1 wrong usage, 2 input unreadable, 3 temporary (try again), 4 refused by a guard.',
  ];
  for (const line of lines) (asked ? shell.out : shell.err)(line);
  return asked ? exitCodes.done : exitCodes.usage;
}
