import { refusalText } from '../model/parse.ts';
import type { LiveState, Rejection, Trouble } from './state.ts';

/**
 * A state in words, and its tone for the eye: nothing is told by the tone alone. `checked` stands apart, so
 * that a screen reader is not told the time at every check.
 */
export interface StateWords {
  readonly tone: 'calm' | 'good' | 'warn';
  /** one or two words: "Live", "Refused" */
  readonly label: string;
  /** one or two sentences, the same as long as nothing has changed */
  readonly text: string;
  /** "Checked at 10:05", or empty before the first check */
  readonly checked: string;
}

const HOUR = 3_600_000;

/** Text from strangers on one line, cut, without characters that turn or break it. */
export function plain(text: string, most = 300): string {
  const flat = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
}

/** Why nothing came, as a sentence. `what` is "The feed" or "The run". */
export function troubleText(trouble: Trouble, what = 'The feed'): string {
  switch (trouble.kind) {
    case 'offline':
      return 'This device is offline.';
    case 'no-answer':
      return `${what} did not answer, or its host does not let this page read it.`;
    case 'timeout':
      return `${what} did not answer within ${trouble.seconds} seconds.`;
    case 'status':
      return `${what} can’t be had: its host answered ${trouble.status}.`;
    case 'not-json':
      return `${what} can’t be had: its host sent ${plain(trouble.contentType, 60) || 'no content type'} in place of JSON.`;
    case 'too-large':
      return `${what} is larger than ${trouble.megabytes} MB.`;
  }
}

function rejectionText(rejection: Rejection, shownSeq: number): string {
  switch (rejection.kind) {
    case 'unsound':
      return plain(refusalText(rejection.refusal));
    case 'older':
      return `it is publication ${rejection.seq}, and this page shows publication ${shownSeq}`;
    case 'inconsistent':
      return `it is publication ${rejection.seq} again, with another content`;
    case 'future':
      return `it says that it was made at ${plain(rejection.generatedAt, 40)}, which is still to come`;
  }
}

/** How long ago, in whole hours or days. */
function ago(milliseconds: number): string {
  const hours = Math.floor(milliseconds / HOUR);
  if (hours < 1) return 'less than an hour';
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}

function checkedText(state: LiveState, clock: (at: number) => string): string {
  if (state.kind === 'snapshot') return '';
  const good = state.kind !== 'live' && state.goodAt !== null ? `, last good at ${clock(state.goodAt)}` : '';
  return `Checked at ${clock(state.checkedAt)}${good}`;
}

/** The two or three sentences for {@link StateWords}. */
function told(state: LiveState, now: number): Omit<StateWords, 'checked'> {
  const { generatedAt, validForHours, seq, current } = state.shown._roadmap;
  const showing =
    state.goodAt === null ? 'This page shows what it was built with.' : `This page keeps publication ${seq}.`;
  switch (state.kind) {
    case 'snapshot':
      return { tone: 'calm', label: 'Built', text: 'This page shows what it was built with.' };
    case 'refused': {
      const text = `The served feed was refused: ${rejectionText(state.rejection, seq)}. ${showing}`;
      return { tone: 'warn', label: 'Refused', text };
    }
    case 'unreachable': {
      const label = state.trouble.kind === 'offline' ? 'Offline' : 'No feed';
      return { tone: 'warn', label, text: `${troubleText(state.trouble)} ${showing}` };
    }
    case 'live': {
      if (current.kind === 'stated') {
        const text = 'No run has been published yet. These are the plan’s own figures.';
        return { tone: 'calm', label: 'Live', text };
      }
      const age = now - Date.parse(generatedAt);
      if (age > validForHours * HOUR) {
        const text = `The feed was last published ${ago(age)} ago, and is good for ${ago(validForHours * HOUR)}.`;
        return { tone: 'warn', label: 'Stale', text };
      }
      return {
        tone: 'good',
        label: 'Live',
        text: `Publication ${seq}, and this page follows the next ones.`,
      };
    }
  }
}

/**
 * Says how the page stands to the feed: build snapshot, live, stale, offline, refused.
 *
 * @param now milliseconds since 1970
 * @param clock writes a time of day for the reader, such as `10:05`
 */
export function stateWords(state: LiveState, now: number, clock: (at: number) => string): StateWords {
  return { ...told(state, now), checked: checkedText(state, clock) };
}
