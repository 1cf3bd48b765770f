/** The import rule of docs/architecture.md, checked by lint. */

/**
 * @param {string} name says the rule in a few words: lint shows it
 * @param {string | object} from files that may not …
 * @param {string | object} to … import these; a text is a regular expression for the path
 * @param {string} [comment] why, where the name does not say it
 */
const forbid = (name, from, to, comment) => ({
  name,
  severity: 'error',
  ...(comment && { comment }),
  from: typeof from === 'string' ? { path: from } : from,
  to: typeof to === 'string' ? { path: to } : to,
});

module.exports = {
  forbidden: [
    forbid(
      'nothing-imports-the-top',
      { pathNot: '^(src/components|src/cli|src/pages|scripts|e2e)/' },
      '^(src/components|src/cli|scripts)/',
      'components, cli and scripts use the rest; nothing uses them.',
    ),
    forbid('components-not-to-the-command-line', '^src/components/', '^src/(cli|feed/publish)/'),
    forbid(
      'page-and-sandbox-share-the-protocol-only',
      '^src/runner/sandbox/',
      '^src/runner/(?!sandbox/|protocol\\.ts$)',
    ),
    forbid('page-does-not-reach-into-the-sandbox', '^src/runner/(?!sandbox/)', '^src/runner/sandbox/'),
    forbid(
      'interpreter-boots-only-where-it-may',
      { pathNot: '^(src/interpreter|src/runner/sandbox|scripts)/' },
      '^src/interpreter/(interpreter|snapshot)\\.ts$',
      'The page may know the shape of events and results, but never boots Python itself.',
    ),
    forbid(
      'reports-know-nothing-of-triage-or-feed',
      '^src/reports/',
      '^src/(triage|feed|cli|runner|patterns|interpreter)/',
    ),
    forbid('triage-knows-nothing-of-the-feed', '^src/triage/', '^src/(feed|cli|runner|interpreter)/'),
    forbid('feed-not-to-the-runner', '^src/feed/', '^src/(cli|runner|interpreter)/'),
    forbid(
      'browser-code-does-not-reach-node',
      {
        path: '^src/(runner|interpreter|reports|triage|feed/live|claims)/|^src/feed/[^/]+\\.ts$|^src/patterns/(schema|pattern|published|recorded|signatures|check)\\.ts$|^src/exercises/(?!load)',
        pathNot: '\\.test\\.ts$',
      },
      { dependencyTypes: ['core'] },
      'These run in the reader’s browser.',
    ),
    forbid('no-circles', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '\\.astro/|src/generated/|\\.test\\.ts$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
