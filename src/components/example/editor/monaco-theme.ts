/** The site's two code themes as Monaco's: the same palette, the same rule (see `styles/palette.ts`). */
import type { editor } from 'monaco-editor/editor';
import { dark, light, type Palette } from '../../../styles/palette.ts';

export const LIGHT = 'redgreen-light';
export const DARK = 'redgreen-dark';

export const themes: Readonly<Record<string, editor.IStandaloneThemeData>> = {
  [LIGHT]: theme('vs', light),
  [DARK]: theme('vs-dark', dark),
};

function theme(base: 'vs' | 'vs-dark', colour: Palette): editor.IStandaloneThemeData {
  const selection = `${colour.ruleStrong}55`;
  return {
    base,
    inherit: false,
    rules: [
      { token: '', foreground: hex(colour.ink) },
      { token: 'keyword', foreground: hex(colour.ink), fontStyle: 'bold' },
      { token: 'definition', foreground: hex(colour.ink), fontStyle: 'bold' },
      { token: 'string', foreground: hex(colour.codeString) },
      { token: 'constant', foreground: hex(colour.codeConstant) },
      { token: 'comment', foreground: hex(colour.codeComment), fontStyle: 'italic' },
    ],
    colors: {
      'editor.background': colour.sheet,
      'editor.foreground': colour.ink,
      'editorCursor.foreground': colour.ink,
      'editor.selectionBackground': selection,
      'editor.inactiveSelectionBackground': `${colour.ruleStrong}33`,
      'editorLineNumber.foreground': colour.inkSoft,
      'editorLineNumber.activeForeground': colour.ink,
      'editorBracketMatch.background': colour.shade,
      'editorBracketMatch.border': colour.ruleStrong,
      'editorWidget.background': colour.sheet,
      'editorWidget.foreground': colour.ink,
      'editorWidget.border': colour.ruleStrong,
      'scrollbarSlider.background': `${colour.ruleStrong}66`,
      'scrollbarSlider.hoverBackground': `${colour.ruleStrong}99`,
      'scrollbarSlider.activeBackground': colour.ruleStrong,
      'scrollbar.shadow': '#00000000',
      focusBorder: '#00000000',
    },
  };
}

/** Token colours are written without the sign. */
function hex(colour: string): string {
  return colour.slice(1);
}
