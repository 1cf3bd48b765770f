import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';

const plan = readFileSync(join(ROOT, 'src', 'roadmap', 'plan-phase-2.md'), 'utf8')
  .split('\n')
  .map(plain);

/**
 * The line of the plan that a pattern quotes, counted from 1; undefined if the plan does not say so. A quote of
 * several lines is found by its first sentence.
 */
export function planLine(quote: string): number | undefined {
  const [first = quote] = quote.split(/(?<=\w)\. /);
  for (const text of [quote, first]) {
    const place = plan.findIndex((line) => line.includes(plain(text)));
    if (place >= 0) return place + 1;
  }
  return undefined;
}

/** Without marks of Markdown, and with one kind of quotation mark: what the words are. */
function plain(text: string): string {
  return text.replace(/[`*]/g, '').replaceAll("'", '"').replace(/\s+/g, ' ').trim().toLowerCase();
}
