/** Code as highlighted HTML, one element a line; only the build needs it. */
import { createHighlighter, type Highlighter } from 'shiki';
import { darkCode, lightCode } from '../../styles/code-themes.ts';

const LANGUAGES = ['python', 'ini', 'toml', 'diff'] as const;
let shared: Promise<Highlighter> | undefined;

export interface MarkedLine {
  /** 1-based. */
  readonly line: number;
  /** Shown at the line and read out with it. */
  readonly says: string;
}

/** Highlight a file; `mark` is the line at which it failed. */
export async function highlight(text: string, path: string, mark?: MarkedLine): Promise<string> {
  shared ??= createHighlighter({ themes: [lightCode, darkCode], langs: [...LANGUAGES] });
  const highlighter = await shared;
  return highlighter.codeToHtml(text.replace(/\n$/, ''), {
    lang: languageOf(path),
    themes: { light: lightCode.name, dark: darkCode.name },
    defaultColor: 'light-dark()',
    transformers: [
      {
        pre(node) {
          node.properties.class = 'code-file';
          node.properties.tabindex = '0';
          node.properties.role = 'group';
          node.properties['aria-label'] = `Code of ${path}`;
          // The theme's background is the page's own; inline styles would win over print and contrast modes.
          delete node.properties.style;
        },
        line(node, line) {
          if (line !== mark?.line) return;
          this.addClassToHast(node, 'is-failing');
          node.properties['data-says'] = mark.says;
        },
      },
    ],
  });
}

function languageOf(path: string): (typeof LANGUAGES)[number] {
  if (path.endsWith('.py')) return 'python';
  if (path.endsWith('.toml')) return 'toml';
  return 'ini';
}
