/** The import rule of docs/architecture.md, checked by lint. */
module.exports = {
  forbidden: [
    {
      name: 'nothing-imports-the-top',
      comment: 'components, cli and scripts use the rest; nothing uses them.',
      severity: 'error',
      from: { pathNot: '^(src/components|src/cli|src/pages|scripts|e2e)/' },
      to: { path: '^(src/components|src/cli|scripts)/' },
    },
    {
      name: 'components-not-to-the-command-line',
      severity: 'error',
      from: { path: '^src/components/' },
      to: { path: '^src/(cli|feed/publish)/' },
    },
    {
      name: 'page-and-sandbox-share-the-protocol-only',
      severity: 'error',
      from: { path: '^src/runner/sandbox/' },
      to: { path: '^src/runner/(?!sandbox/|protocol\\.ts$)' },
    },
    {
      name: 'page-does-not-reach-into-the-sandbox',
      severity: 'error',
      from: { path: '^src/runner/(?!sandbox/)' },
      to: { path: '^src/runner/sandbox/' },
    },
    {
      name: 'interpreter-boots-only-where-it-may',
      comment: 'The page may know the shape of events and results, but never boots Python itself.',
      severity: 'error',
      from: { pathNot: '^(src/interpreter|src/runner/sandbox|scripts)/' },
      to: { path: '^src/interpreter/(interpreter|snapshot)\\.ts$' },
    },
    {
      name: 'reports-know-nothing-of-triage-or-feed',
      severity: 'error',
      from: { path: '^src/reports/' },
      to: { path: '^src/(triage|feed|cli|runner|patterns|interpreter)/' },
    },
    {
      name: 'triage-knows-nothing-of-the-feed',
      severity: 'error',
      from: { path: '^src/triage/' },
      to: { path: '^src/(feed|cli|runner|interpreter)/' },
    },
    {
      name: 'feed-not-to-the-runner',
      severity: 'error',
      from: { path: '^src/feed/' },
      to: { path: '^src/(cli|runner|interpreter)/' },
    },
    {
      name: 'browser-code-does-not-reach-node',
      comment: 'These run in the reader’s browser.',
      severity: 'error',
      from: {
        path: '^src/(runner|interpreter|reports|triage|feed/live|claims)/|^src/feed/[^/]+\\.ts$|^src/patterns/(schema|pattern|recorded|signatures|check)\\.ts$|^src/exercises/(?!load)',
        pathNot: '\\.test\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
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
