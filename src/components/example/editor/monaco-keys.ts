/** Keys of the editor that concern the page around it: Tab and Escape. */
import { KeyCode, KeyMod, type editor } from 'monaco-editor/editor';
import { isApple, tabKeyHint } from './hint-line.ts';

/**
 * Tab leaves the editor, so that nobody is caught in it (WCAG 2.1.2), until the reader asks for the
 * other. Monaco's own switch is one for all editors and is overruled by the option.
 */
export function chooseTabKey(
  view: editor.IStandaloneCodeEditor,
  movesFocus: boolean,
  tell: (hint: string) => void,
): void {
  let moves = movesFocus;
  tell(tabKeyHint(moves));
  view.addAction({
    id: 'redgreen.tabKey',
    label: 'Switch what Tab does',
    // WinCtrl is Control on a Mac, where Command+M belongs to the window.
    keybindings: [isApple() ? KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM : KeyMod.CtrlCmd | KeyCode.KeyM],
    run: () => {
      moves = !moves;
      view.updateOptions({ tabFocusMode: moves });
      tell(tabKeyHint(moves));
    },
  });
}

/** Escape closes the editor, unless it has something smaller to end first. */
export function closeOnEscape(view: editor.IStandaloneCodeEditor, close: () => void): void {
  view.addAction({
    id: 'redgreen.close',
    label: 'Close the editor',
    keybindings: [KeyCode.Escape],
    precondition: '!editorHasMultipleSelections',
    run: close,
  });
}
