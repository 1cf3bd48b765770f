/** The mark of a failing line in Monaco. */
import { Range, editor } from 'monaco-editor/editor';

/** The caret does not stop in the words beside a marked line. */
const NO_STOPS = editor.InjectedTextCursorStops.None;

/** As the highlighted code marks it: the line tinted and hatched at its start, and named in words at its end. */
export function markOf(
  model: editor.ITextModel,
  line: number,
  message: string | undefined,
): editor.IModelDeltaDecoration[] {
  if (line < 1 || line > model.getLineCount()) return [];
  const end = model.getLineMaxColumn(line);
  const says = message?.split('\n')[0] ?? '';
  const words = {
    content: `\u00a0\u00a0← ${says}`,
    inlineClassName: 'code-editor-mark-words',
    cursorStops: NO_STOPS,
  };
  const stickiness = editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;
  return [
    {
      range: new Range(line, 1, line, end),
      options: {
        isWholeLine: true,
        className: 'code-editor-marked-line',
        marginClassName: 'code-editor-marked-line',
        linesDecorationsClassName: 'code-editor-marked-edge',
        stickiness,
      },
    },
    {
      range: new Range(line, end, line, end),
      options: { stickiness, ...(says !== '' && { after: words }), showIfCollapsed: true },
    },
  ];
}
