/** The plan's own words and figures, made ready for the page. */
import type { Range, Stated } from '../../../roadmap/stated.ts';
import { rangeText } from '../text.ts';

/** A quoted line in pieces: what stands in backticks is code. */
export function pieces(text: string): { code: boolean; text: string }[] {
  return text
    .split('`')
    .map((part, index) => ({ code: index % 2 === 1, text: part }))
    .filter((part) => part.text !== '');
}

/** A stated range with its unit: `3–4 hours`. A dash where the plan gives none. */
export const stated = (figure: Stated<Range> | null, unit = ''): string =>
  figure === null ? '–' : `${rangeText(figure.value)}${unit === '' ? '' : ` ${unit}`}`;

/** Lines of some figures, each once, in order. */
export const lines = (...figures: readonly (Stated<unknown> | null)[]): number[] =>
  [...new Set(figures.flatMap((figure) => (figure === null ? [] : [figure.line])))].sort((a, b) => a - b);

/** Keeps ranges such as 10–15 on one line. */
export const unbroken = (text: string): string => text.replaceAll('–', '\u2060–\u2060');
