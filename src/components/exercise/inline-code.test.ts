import { expect, it } from 'vitest';
import { toHtml } from '../example/tree.ts';
import { inlineCode } from './inline-code.ts';

it.each([
  ['Look at `a < b` and `c`.', 'Look at <code>a &lt; b</code> and <code>c</code>.'],
  ['no code', 'no code'],
  ['one ` alone', 'one ` alone'],
  ['`all`', '<code>all</code>'],
])('%s', (sentence, html) => {
  expect(inlineCode(sentence).map(toHtml).join('')).toBe(html);
});
