/** What every kind of editor is to the page, and what it is given. */
import type { Caret } from './caret.ts';
import type { HintLine } from './hint-line.ts';
import type { CodeGeometry } from './static-code.ts';

export interface CodeEditor {
  readonly value: string;
  /** Replace the text, as Reset does. `onChange` does not hear of it; undo brings the old text back. */
  setText(text: string): void;
  focus(): void;
  /** Mark a line (counted from 1) as the one that fails, and say why beside it; undefined clears it. */
  markLine(line: number | undefined, message?: string): void;
  /** Put the highlighted code back. It shows what it showed before: `showText` brings it up to date. */
  dispose(): void;
}

export interface EditorOptions {
  /** The file's path, as `app/tasks/model_tasks.py`: decides the highlighting. */
  readonly path: string;
  readonly text: string;
  /** What a screen reader calls the editor. */
  readonly label: string;
  /** Where the caret goes; without it, to the start. */
  readonly caret?: Caret;
  /** False leaves the focus where it is: an editor that opens by itself. */
  readonly takesFocus?: boolean;
  /** Show line numbers, if the highlighted code has them too. */
  readonly lineNumbers?: boolean;
  /** Hears each change by the reader, with the whole text. */
  readonly onChange: (text: string) => void;
  /** The reader wants the highlighted code back (Escape, Done): dispose, and move the focus on. */
  readonly onClose?: () => void;
}

/** What one kind of editor needs to take the place of the highlighted code. */
export interface EditorSeat {
  /** An empty box of the same size. */
  readonly box: HTMLElement;
  readonly geometry: CodeGeometry;
  readonly hint: HintLine;
  readonly options: EditorOptions;
}
