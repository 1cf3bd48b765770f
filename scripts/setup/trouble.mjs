// @ts-check
// Plain JavaScript without dependencies: this also runs before anything is installed, on Node 20.

import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Something that the person at the keyboard can cure. Its message is one plain sentence (or two) that
 * says what is wrong and what to do; commands print it without a stack and end with exit code 1.
 */
export class Trouble extends Error {
  /**
   * @param {string} sentence
   * @param {string} [details] what the tool itself printed, shown above the sentence when it helps
   */
  constructor(sentence, details = '') {
    super(sentence);
    this.name = 'Trouble';
    this.details = details;
  }
}

/** @typedef {{ sign: RegExp, say: (output: string) => string }} Rule */

/** @type {readonly Rule[]} The order matters: a full disk also makes hashes wrong and connections fail. */
const rules = [
  {
    sign: /ENOSPC|No space left on device|\[Errno 28\]|WinError 112|not enough space on the disk|enough free space in/i,
    say: () =>
      'The disk is full: free some space (a whole set-up takes about 1.5 GB) and run the same command again.',
  },
  {
    sign: /DO NOT MATCH THE HASHES|EINTEGRITY|Hash Sum mismatch/i,
    say: (output) =>
      `${wrongPackage(output)} is not what the lock file expects (its hash is different), so it was not ` +
      'installed: try again, and if it stays so, do not use this download but tell the maintainers.',
  },
  {
    sign: /CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF/i,
    say: () =>
      'The network answered with a certificate that this machine does not trust: if you are behind a company ' +
      'proxy, set NODE_EXTRA_CA_CERTS and PIP_CERT to its certificate file and run the same command again.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|NewConnectionError|Failed to establish a new connection|Temporary failure (?:in name resolution|resolving)|Name or service not known|Could not (?:resolve|connect to)|Connection (?:refused|broken|to \S+ timed out)|Read timed out|ConnectTimeout|Network is unreachable|ERR_NETWORK/i,
    say: () =>
      'The network could not be reached: connect this machine (or set HTTPS_PROXY) and run the same command ' +
      'again. The network is needed for the first set-up only.',
  },
  {
    sign: /EACCES|EPERM|Permission denied|\[Errno 13\]|WinError 5\b/i,
    say: () =>
      'A file could not be written: check that you own the project folder (a run as another user or as root ' +
      'may have left files in .cache or node_modules) and run the same command again.',
  },
];

/** @param {string} output */
function wrongPackage(output) {
  const pip = /^\s+(\S+==\S+) from /m.exec(output);
  const npm = /integrity checksum failed when using \S+: .* (?:for|from) (\S+)/i.exec(output);
  return `The package ${pip?.[1] ?? npm?.[1] ?? 'just downloaded'}`;
}

/** Bytes: with less than this left, a tool that failed without a reason most likely had no room. */
const FULL = 8_000_000;

/**
 * Turns what a failed tool (npm, pip, apt-get) printed into one sentence that says what to do.
 *
 * @param {string} tool its name, for the sentence where no rule fits
 * @param {string} output all that it printed
 * @param {string} [folder] where it was writing: some tools fail on a full disk without saying why
 * @returns {string}
 */
export function explain(tool, output, folder) {
  const rule = rules.find(({ sign }) => sign.test(output));
  if (rule) return rule.say(output);
  if (folder !== undefined && freeSpace(folder) < FULL) return explain(tool, 'ENOSPC');
  return `${tool} failed; what it said is above.`;
}

/**
 * @param {string} folder it, or the nearest folder above it that is there
 * @returns {number} bytes; infinite where the system does not tell
 */
function freeSpace(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return dirname(folder) === folder ? Infinity : freeSpace(dirname(folder));
  }
}

/**
 * Shows an error to the person at the keyboard. Never a stack, unless REDGREEN_DEBUG is set.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function inWords(error) {
  if (error instanceof Trouble) {
    return error.details === '' ? error.message : `${lastLines(error.details, 40)}\n\n${error.message}`;
  }
  const text =
    error instanceof Error ? `${'code' in error ? `${error.code}: ` : ''}${error.message}` : String(error);
  const known = rules.find(({ sign }) => sign.test(text));
  if (known) return `${text}\n\n${known.say(text)}`;
  if (process.env['REDGREEN_DEBUG'] && error instanceof Error) return error.stack ?? text;
  return `${text}\n\nThis was not expected: run again with REDGREEN_DEBUG=1 to see where it happened.`;
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
