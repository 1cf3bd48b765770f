/**
 * Monaco itself, and all that it needs: only ever imported when a reader wants to edit. The editor and
 * a choice of its features; no suggestions, menus or search boxes of its own, which would stand in the
 * way of a page's. As a box grows with its lines, the browser's own search finds everything in it.
 */
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/wordOperations/register';
import { Uri, editor } from 'monaco-editor/editor';
import type { CodeEditor, EditorSeat } from './seat.ts';
import { chooseTabKey, closeOnEscape } from './monaco-keys.ts';
import { markOf } from './monaco-mark.ts';
import { FIXED, SCROLL_BAR, fitted } from './monaco-options.ts';
import { languageOf, setUp } from './monaco-setup.ts';

setUp();

/** Files opened so far: each has a model, and each model an address of its own. */
let opened = 0;

export function openMonaco({ box, geometry, hint, options }: EditorSeat): CodeEditor {
  const uri = Uri.from({ scheme: 'redgreen', path: `/${++opened}/${options.path}` });
  const model = editor.createModel(options.text, languageOf(options.path), uri);
  const view = editor.create(box, { ...FIXED, ...fitted(geometry, options.lineNumbers ?? false), model });
  // Colour is kept for verdicts; the editor's own option does not reach a model that it is given.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  view.updateOptions({ ariaLabel: options.label });
  box.querySelector('[role="textbox"]')?.setAttribute('aria-describedby', hint.id);
  const marks = view.createDecorationsCollection();
  let isSetting = false;

  const fit = (): void => {
    const bottom = view.getBottomForLineNumber(model.getLineCount());
    const height = bottom + Math.max(geometry.paddingBottom, SCROLL_BAR);
    box.style.height = `${Math.max(height, geometry.height)}px`;
  };
  view.onDidContentSizeChange(fit);
  model.onDidChangeContent(() => {
    if (!isSetting) options.onChange(model.getValue());
  });
  chooseTabKey(view, true, hint.setKeys.bind(hint));
  if (options.onClose) closeOnEscape(view, options.onClose);
  fit();
  if (options.caret) view.setPosition({ lineNumber: options.caret.line, column: options.caret.column });
  view.setScrollLeft(geometry.scrollLeft);

  return {
    get value() {
      return model.getValue();
    },
    setText: (text) => {
      isSetting = true;
      view.pushUndoStop();
      view.executeEdits('redgreen', [{ range: model.getFullModelRange(), text }]);
      view.pushUndoStop();
      isSetting = false;
    },
    focus: () => {
      view.focus();
    },
    markLine: (line, message) => {
      marks.set(line === undefined ? [] : markOf(model, line, message));
    },
    dispose: () => {
      view.dispose();
      model.dispose();
    },
  };
}
