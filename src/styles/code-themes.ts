import { dark, light, type Palette } from './palette.ts';

/** What we use of a Shiki (TextMate) theme. */
export interface CodeTheme {
  name: string;
  type: 'light' | 'dark';
  colors: Record<string, string>;
  settings: { scope?: string[]; settings: { foreground?: string; fontStyle?: string } }[];
}

/**
 * Code is ink: keywords and definitions by weight, comments soft, strings and constants by a cold hue.
 * Nothing in it is red or green, so that a marked line is the only one that says wrong or right.
 */
function codeTheme(name: string, type: CodeTheme['type'], colour: Palette): CodeTheme {
  return {
    name,
    type,
    colors: { 'editor.background': colour.sheet, 'editor.foreground': colour.ink },
    settings: [
      { settings: { foreground: colour.ink } },
      {
        scope: ['keyword', 'storage', 'entity.name.function', 'entity.name.type', 'entity.name.tag'],
        settings: { foreground: colour.ink, fontStyle: 'bold' },
      },
      // Operators are keywords to the grammar, but bold dots and brackets shout.
      {
        scope: ['keyword.operator', 'punctuation', 'meta.function-call entity.name.function'],
        settings: { foreground: colour.ink, fontStyle: '' },
      },
      { scope: ['string', 'punctuation.definition.string'], settings: { foreground: colour.codeString } },
      {
        scope: ['constant', 'support.type.property-name', 'meta.function.decorator', 'variable.language'],
        settings: { foreground: colour.codeConstant },
      },
      {
        scope: ['comment', 'punctuation.definition.comment', 'string.quoted.docstring'],
        settings: { foreground: colour.codeComment, fontStyle: 'italic' },
      },
    ],
  };
}

export const lightCode = codeTheme('redgreen-light', 'light', light);
export const darkCode = codeTheme('redgreen-dark', 'dark', dark);
