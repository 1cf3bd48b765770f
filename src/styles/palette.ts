/**
 * Every colour of the site, once, for the places that CSS variables don't reach (code themes, the
 * editor). `tokens.css` carries the same values as `--rg-…`; a test holds the two together and holds
 * each pair of text and ground to WCAG 2.2 AA.
 *
 * Rule of the house: colour is a verdict. Red means "this test is wrong or failed", green means "this
 * test is right or passed", amber means "this is not what the page claims". Links, buttons, menus and
 * headings are ink on paper, so that the only colour a reader sees is news. And no verdict is told by
 * colour alone: red comes with a cross and hatching, green with a tick and a solid edge.
 */
export interface Palette {
  /** The page's ground. */
  paper: string;
  /** Ground of code, tables and panels that lie on the page. */
  sheet: string;
  /** Ground of inline code, hovered rows and inactive tabs. */
  shade: string;
  ink: string;
  /** Secondary text: captions, hints, menu entries. */
  inkSoft: string;
  /** Hairlines that only decorate. */
  rule: string;
  /** Borders that show where a control is: 3:1 against paper and sheet. */
  ruleStrong: string;
  red: string;
  redBg: string;
  green: string;
  greenBg: string;
  amber: string;
  amberBg: string;
  codeString: string;
  codeConstant: string;
  codeComment: string;
}

export const light: Palette = {
  paper: '#f5f7f6',
  sheet: '#ffffff',
  shade: '#e7ecea',
  ink: '#141a1b',
  inkSoft: '#495557',
  rule: '#cbd4d2',
  ruleStrong: '#76827f',
  red: '#b2241a',
  redBg: '#fce9e5',
  green: '#0a6a4b',
  greenBg: '#e0f3ea',
  amber: '#7a4d00',
  amberBg: '#fbf0d9',
  codeString: '#2b4ba6',
  codeConstant: '#6a3aa2',
  codeComment: '#566365',
};

export const dark: Palette = {
  paper: '#101516',
  sheet: '#171d1f',
  shade: '#222a2c',
  ink: '#e8eeec',
  inkSoft: '#a9b5b3',
  rule: '#2e383a',
  ruleStrong: '#748280',
  red: '#ff9384',
  redBg: '#3a1a17',
  green: '#62d6a8',
  greenBg: '#0f3024',
  amber: '#eebd62',
  amberBg: '#33260d',
  codeString: '#a9c2ff',
  codeConstant: '#d2b6ff',
  codeComment: '#98a5a3',
};
