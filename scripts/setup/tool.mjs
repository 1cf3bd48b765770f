// @ts-check
import { spawn } from 'node:child_process';

/**
 * What a tool's run came to. `output` is stdout and stderr in the order they came, `stdout` the first alone.
 *
 * @typedef {{ kind: 'done', output: string, stdout: string }
 *   | { kind: 'failed', code: number | null, output: string, stdout: string }
 *   | { kind: 'missing', command: string }} ToolResult
 */

/**
 * Runs a tool to its end and keeps what it prints.
 *
 * @param {readonly string[]} command the program and its arguments
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, onText?: (text: string) => void }} [options]
 * @returns {Promise<ToolResult>} never rejects for the tool's own failure; a program that is not there is `missing`
 */
export function runTool([program = '', ...args], { env = process.env, cwd, onText } = {}) {
  return new Promise((resolve) => {
    // npm on Windows is a .cmd file, which only a shell starts.
    const shell = process.platform === 'win32' && /\.cmd$/i.test(program);
    const child = spawn(program, args, { env, cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      stdout += text;
      onText?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      onText?.(text);
    });
    child.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve({ kind: 'missing', command: program });
      else resolve({ kind: 'failed', code: null, output: `${output}${error.message}`, stdout });
    });
    child.on('close', (code) => {
      resolve(code === 0 ? { kind: 'done', output, stdout } : { kind: 'failed', code, output, stdout });
    });
  });
}
