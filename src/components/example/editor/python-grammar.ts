/**
 * Python for Monaco, told apart as the site's highlighted code tells it apart (`styles/code-themes.ts`),
 * so that code looks the same before and after a click. Monaco's own Python paints every built-in name
 * as a keyword, and no docstring as one. Tokens are named after what `monaco-theme.ts` draws.
 */
import type { languages } from 'monaco-editor/editor';

/** Words drawn bold. Operators (`and`, `in`, `is`, `not`, `or`) are ink, as `==` is. */
const KEYWORDS = words(
  'as assert async await break class continue def del elif else except finally for from global if import',
  'lambda nonlocal pass raise return try while with yield',
);
const OPERATORS = words('and in is not or');
const CONSTANTS = words('False None NotImplemented True');

/** Two capitals or more: the name of a constant. */
const CAPITALS = /_*[A-Z][_\d]*[A-Z][A-Z\d]*(_\w*)?\b(?!\()/;
const RAW_PREFIX = '[bB]?[rR][bB]?';
const PREFIX = '[bBuU]?';
const F_PREFIX = '(?:[fFtT][rR]?|[rR][fFtT])';

type Rules = languages.IMonarchLanguageRule[];

/** The two quotes of a kind of string have one state each: Monarch's states carry no back reference. */
const QUOTES = { single: "'", double: '"', tripleSingle: "'''", tripleDouble: '"""' } as const;
type Quote = keyof typeof QUOTES;
// The longer ones first, or three quotes would be an empty string and the start of another.
const NAMES: readonly Quote[] = ['tripleSingle', 'tripleDouble', 'single', 'double'];

export const pythonGrammar: languages.IMonarchLanguage = {
  defaultToken: 'identifier',
  keywords: KEYWORDS,
  operators: OPERATORS,
  constants: CONSTANTS,
  tokenizer: {
    root: [
      [/^(\s*)(""")/, ['', { token: 'string', next: '@docstringDouble' }]],
      [/^(\s*)(''')/, ['', { token: 'string', next: '@docstringSingle' }]],
      [/^(\s*)(@)(?=[a-zA-Z_])/, ['', { token: 'delimiter', next: '@decorator' }]],
      { include: '@code' },
    ],
    code: [
      [/#.*$/, 'comment'],
      ...NAMES.flatMap(stringStart),
      [/(def|class)(\s+)(__\w+__)(\s*\(\s*(?:self|cls)\b)/, ['keyword', '', 'identifier', 'identifier']],
      [/(def)(\s+)(\w+)(\s*\(\s*(?:self|cls)\b)/, ['keyword', '', 'definition', 'identifier']],
      [/(def|class)(\s+)(\w+)/, ['keyword', '', 'definition']],
      [/(for)(\s+)([\w\s,()*]+?)(\s+)(in)\b/, ['keyword', '', 'identifier', '', 'keyword']],
      [/^(\s*)(match)\b(?=\s*[\w("'[{*-].*:\s*(?:#.*)?$)/, ['', 'keyword']],
      [/^(\s*)(case)\b(?=\s*[\w("'[{*-].*:)/, ['', 'keyword']],
      // A parameter on a line of its own is no use of self.
      [/^(\s*)(self|cls)(?=\s*[,:])/, ['', 'identifier']],
      [/\.\.\./, 'constant'],
      [/(\.\s*)(\w+)/, ['delimiter', 'identifier']],
      [/(0[xXoObB])([\da-fA-F_]+)/, ['keyword', 'constant']],
      [/(\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d+)?)([jJ]?)/, ['constant', 'keyword']],
      [CAPITALS, 'constant'],
      [/(self|cls)\b/, 'constant'],
      [
        /[a-zA-Z_]\w*/,
        {
          cases: {
            '@keywords': 'keyword',
            '@operators': 'identifier',
            '@constants': 'constant',
            '@default': 'identifier',
          },
        },
      ],
      [/[{}[\]()]/, 'delimiter'],
      [/[^\s\w#'"]/, 'delimiter'],
    ],
    decorator: [
      [/[a-zA-Z_]\w*/, 'definition'],
      [/\./, 'delimiter'],
      [/\(/, { token: 'delimiter', switchTo: '@decoratorArguments' }],
      [/$/, { token: '', next: '@pop' }],
      [/./, { token: 'delimiter', next: '@pop' }],
    ],
    decoratorArguments: [
      [/\(/, { token: 'delimiter', next: '@decoratorArguments' }],
      [/\)/, { token: 'delimiter', next: '@pop' }],
      [/([a-zA-Z_]\w*)(\s*=)(?!=)/, ['constant', 'delimiter']],
      { include: '@code' },
    ],
    docstringDouble: docstringState('"""'),
    docstringSingle: docstringState("'''"),
    ...Object.fromEntries(NAMES.flatMap(stringStates)),
    replacement: [
      [/\}/, { token: 'constant', next: '@pop' }],
      [/![rsa]/, 'keyword'],
      [/:(?=[^}'"]*\})/, { token: 'keyword', switchTo: '@format' }],
      [/\{/, { token: 'delimiter', next: '@braces' }],
      { include: '@code' },
    ],
    braces: [[/\}/, { token: 'delimiter', next: '@pop' }], { include: '@code' }],
    format: [
      [/\{/, { token: 'constant', next: '@replacement' }],
      [/\}/, { token: 'constant', next: '@pop' }],
      [/[^{}]+/, 'keyword'],
    ],
  },
};

export const pythonConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
};

/** pytest.ini and its kin: names bold, comments soft. */
export const iniGrammar: languages.IMonarchLanguage = {
  defaultToken: 'identifier',
  tokenizer: {
    root: [
      [/^\s*[#;].*$/, 'comment'],
      [/^[^=\s[][^=:]*?(?=\s*[=:])/, 'keyword'],
    ],
  },
};

function docstringState(quotes: string): Rules {
  const mark = quotes.charAt(0);
  return [
    [new RegExp(quotes), { token: 'string', next: '@pop' }],
    [new RegExp(`[^${mark}]+|${mark}`), 'comment'],
  ];
}

function stringStart(name: Quote): Rules {
  const quotes = QUOTES[name];
  return [
    [new RegExp(`(${F_PREFIX})(${quotes})`), ['keyword', { token: 'string', next: `@${name}F` }]],
    [new RegExp(`(${RAW_PREFIX})(${quotes})`), ['keyword', { token: 'string', next: `@${name}Raw` }]],
    [new RegExp(`(${PREFIX})(${quotes})`), ['keyword', { token: 'string', next: `@${name}` }]],
  ];
}

function stringStates(name: Quote): [string, Rules][] {
  const quotes = QUOTES[name];
  const mark = quotes.charAt(0);
  const isLong = quotes.length === 3;
  const end: Rules = [
    [new RegExp(quotes), { token: 'string', next: '@pop' }],
    // A string in one quote ends with its line, closed or not: one slip must not repaint the file.
    ...(isLong ? [] : ([[/[^\\]$|^$/, { token: 'string', next: '@pop' }]] satisfies Rules)),
  ];
  const escape: Rules = [[/\\./, 'constant']];
  const rest: Rules = [[new RegExp(`[^\\\\{}${mark}]${isLong ? '+' : ''}|[\\\\{}${mark}]`), 'string']];
  const replacement: Rules = [
    [/\{\{|\}\}/, 'constant'],
    [/\{/, { token: 'constant', next: '@replacement' }],
  ];
  return [
    [name, [...end, ...escape, [/\{[\w.]*\}/, 'constant'], ...rest]],
    [`${name}Raw`, [...end, [/\\./, 'string'], ...rest]],
    [`${name}F`, [...end, ...escape, ...replacement, ...rest]],
  ];
}

function words(...lines: string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
