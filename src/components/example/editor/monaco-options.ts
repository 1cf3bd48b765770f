/** How Monaco stands in a page: as plain as the code that it replaces, and exactly in its place. */
import type { editor } from 'monaco-editor/editor';
import type { CodeGeometry } from './static-code.ts';

/** Height of the scroll bar for long lines, in CSS pixels; it lies in the padding below the code. */
export const SCROLL_BAR = 10;

export const FIXED: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  contextmenu: false,
  cursorBlinking: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'solid' : 'blink',
  detectIndentation: false,
  dragAndDrop: false,
  folding: false,
  fontLigatures: false,
  glyphMargin: false,
  guides: { indentation: false, bracketPairs: false, highlightActiveIndentation: false },
  hideCursorInOverviewRuler: true,
  insertSpaces: true,
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  renderLineHighlight: 'none',
  renderWhitespace: 'selection',
  roundedSelection: false,
  scrollBeyondLastColumn: 2,
  scrollBeyondLastLine: false,
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    horizontalScrollbarSize: SCROLL_BAR,
    useShadows: false,
    vertical: 'hidden',
    verticalScrollbarSize: 0,
  },
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  tabFocusMode: true,
  tabSize: 4,
  wordWrap: 'off',
};

/** What makes the editor stand exactly where the highlighted code stood. */
export function fitted(geometry: CodeGeometry, lineNumbers: boolean): editor.IEditorOptions {
  return {
    fontFamily: geometry.fontFamily,
    fontSize: geometry.fontSize,
    lineHeight: geometry.lineHeight,
    lineNumbers: lineNumbers ? 'on' : 'off',
    lineNumbersMinChars: lineNumbers ? 3 : 0,
    lineDecorationsWidth: lineNumbers ? 0 : geometry.textLeft,
    padding: { top: geometry.paddingTop, bottom: 0 },
  };
}
