/** What all editors of a page share: languages and the theme. */
import { editor, languages } from 'monaco-editor/editor';
import { INDENTS } from './indent.ts';
import { DARK, LIGHT, themes } from './monaco-theme.ts';
import { iniGrammar, pythonConfiguration, pythonGrammar } from './python-grammar.ts';

/** The language of a file, by its ending. */
export function languageOf(path: string): string {
  if (path.endsWith('.py')) return 'python';
  return /\.(ini|cfg|toml)$/.test(path) ? 'ini' : 'plaintext';
}

/** Once for a page, before its first editor. */
export function setUp(): void {
  languages.register({ id: 'python' });
  languages.setLanguageConfiguration('python', {
    ...pythonConfiguration,
    onEnterRules: INDENTS.map(enterRule),
  });
  languages.setMonarchTokensProvider('python', pythonGrammar);
  languages.register({ id: 'ini' });
  languages.setLanguageConfiguration('ini', { comments: { lineComment: '#' } });
  languages.setMonarchTokensProvider('ini', iniGrammar);
  for (const [name, data] of Object.entries(themes)) editor.defineTheme(name, data);
  followTheme();
}

function enterRule({ after, step }: (typeof INDENTS)[number]): languages.OnEnterRule {
  const { Indent, Outdent } = languages.IndentAction;
  return { beforeText: after, action: { indentAction: step === 'in' ? Indent : Outdent } };
}

/** Starlight keeps the reader's choice on <html>; without JavaScript's choice the system decides. */
function followTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const chosen = document.documentElement.dataset.theme;
    editor.setTheme((chosen ? chosen === 'dark' : system.matches) ? DARK : LIGHT);
  };
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', apply);
  apply();
}
