/**
 * `npm run links`: follows every link of the built site (`npm run build` first), and holds its links to other
 * hosts against the list of those that were looked up. Exit code 1 when something is broken.
 */
import process from 'node:process';
import { checkLinks } from './links/check-links.ts';
import { externalProblems } from './links/external.ts';
import { command } from './setup/command.ts';
import { SITE } from './site/build-site.ts';
import { normaliseBase } from './site/serve-site.ts';

await command(async () => {
  const report = await checkLinks(SITE, normaliseBase(process.env.BASE_PATH ?? '/'));
  const problems = [
    ...report.broken.map(({ url, from, why }) => `${url} (${why}), linked from ${from}`),
    ...externalProblems(report.external),
  ];
  for (const problem of problems) console.error(`✗ ${problem}`);
  console.log(`${report.pages} pages, ${report.external.length} links to other hosts`);
  const passed = report.checked + report.external.length - problems.length;
  console.log(`${passed} passed, ${problems.length} failed`);
  return problems.length === 0 ? 0 : 1;
});
