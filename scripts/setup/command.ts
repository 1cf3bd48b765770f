import process from 'node:process';
import { beQuiet } from './environment.mjs';
import { ROOT } from './paths.mjs';
import { inWords } from './trouble.mjs';

/**
 * Runs a command's main function: its exit code becomes the program's, and an error is told in words, without a
 * stack, with exit code 1.
 */
export async function command(main: (args: string[]) => Promise<number>): Promise<void> {
  process.chdir(ROOT);
  beQuiet();
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`\n${inWords(error)}\n`);
    process.exitCode = 1;
  }
}
