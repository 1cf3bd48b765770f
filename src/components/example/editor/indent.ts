/** Python's indentation, the same in both kinds of editor. */

/** The line opens a block. */
const OPENS_BLOCK = /:\s*(#.*)?$/;
/** The line opens a bracket that the next line fills. */
const OPENS_BRACKET = /[([{]\s*(#.*)?$/;

/** The line ends its block; not where a bracket, a comma or a backslash carries it on. */
const ENDS =
  /^\s*(?:pass|break|continue|(?:return|raise)\b(?!.*[,\\]\s*$)(?:[^()[\]{}]|\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\})*)$/;

/** What a new line does after `line`: one step in, one step out, or the same. */
function stepAfter(line: string): 'in' | 'out' | 'same' {
  if (OPENS_BLOCK.test(line) || OPENS_BRACKET.test(line)) return 'in';
  return ENDS.test(line) ? 'out' : 'same';
}

/** The white space that a new line begins with when Enter is pressed after `before`. */
export function indentAfter(before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  switch (stepAfter(line)) {
    case 'in':
      return `${indent}    `;
    case 'out':
      return indent.replace(/( {4}|\t)$/, '');
    case 'same':
      return indent;
  }
}

/** The same for Monaco, which asks for expressions and knows about brackets. */
export const INDENTS: readonly { readonly after: RegExp; readonly step: 'in' | 'out' }[] = [
  { after: OPENS_BLOCK, step: 'in' },
  { after: ENDS, step: 'out' },
];
