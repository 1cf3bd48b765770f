import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { assertTexts, packageNotice } from '../licences/write-licences.ts';
import { SHIPPED } from '../licences/shipped.ts';
import { ROOT } from '../setup/paths.mjs';
import { Trouble } from '../setup/trouble.mjs';
import type { TarFile } from './tar.ts';

const HOOK = join(ROOT, 'docs/publish/redgreen_collect.py');
/** The oldest Node that has all that the code needs; older than the one that we develop with. */
const NODE = '18.17';

/**
 * The files of the npm package `redgreen`: one bundled program without dependencies, our pytest plugin, and
 * the licences of what is in it.
 *
 * @param site address of the site that serves it; it is in the program
 */
export async function packageFiles(site: string): Promise<TarFile[]> {
  const { program, packages } = await bundle(site);
  const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string; // npm itself refuses a package without it
  };
  const manifest = {
    name: 'redgreen',
    version: about.version,
    description: 'Publishes test runs to a roadmap feed that follows every failing test by name.',
    license: 'MIT',
    type: 'module',
    bin: { redgreen: 'redgreen.mjs' },
    engines: { node: `>=${NODE}` },
  };
  const licence = join(ROOT, 'LICENSE');
  const files: (TarFile | undefined)[] = [
    file('package.json', `${JSON.stringify(manifest, null, 2)}\n`),
    file('redgreen.mjs', program, 0o755),
    file('redgreen_collect.py', readFileSync(HOOK, 'utf8')),
    file('README.md', readme(site)),
    file('THIRD-PARTY-LICENCES.txt', licences(packages)),
    existsSync(licence) ? file('LICENSE', readFileSync(licence, 'utf8')) : undefined,
  ];
  return files.filter((each) => each !== undefined);
}

const file = (path: string, text: string, mode: TarFile['mode'] = 0o644): TarFile => ({ path, text, mode });

async function bundle(site: string): Promise<{ program: string; packages: string[] }> {
  const result = await build({
    entryPoints: [join(ROOT, 'src/cli/main.ts')],
    bundle: true,
    write: false,
    metafile: true,
    outfile: 'redgreen.mjs',
    absWorkingDir: ROOT,
    platform: 'node',
    format: 'esm',
    target: `node${NODE}`,
    define: { REDGREEN_SITE: JSON.stringify(site) },
    // Tracebacks that people send us should name functions, and there is no one to wait for the bytes.
    minify: false,
    legalComments: 'inline',
    logLevel: 'error',
  });
  const [output] = result.outputFiles;
  if (!output) throw new Trouble('esbuild made no program.');
  return { program: output.text, packages: packagesIn(result.metafile) };
}

/** npm packages of which code is in the bundle. */
export function packagesIn({ inputs }: Pick<Metafile, 'inputs'>): string[] {
  const names = Object.keys(inputs).flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}

function licences(packages: readonly string[]): string {
  const notices = packages.map((name) => {
    const shipped = SHIPPED.find((each) => each.name === name);
    if (!shipped)
      throw new Trouble(`${name} is in the command line tool: add it to scripts/licences/shipped.ts.`);
    return packageNotice(shipped, ROOT);
  });
  assertTexts(notices);
  const parts = notices.map(
    ({ name, version, licence, source, texts }) =>
      `${name} ${version}\nLicence: ${licence}\nSource: ${source}\n\n${texts.join('\n\n')}\n`,
  );
  return `What others made and redgreen.mjs holds, with their licences.\n\n${parts.join(`\n${'='.repeat(78)}\n`)}`;
}

function readme(site: string): string {
  const url = new URL('redgreen.tgz', site).href;
  return `# redgreen

Publishes test runs to the roadmap feed of ${site}.

    npx --yes ${url} feed hook > redgreen_collect.py
    python -m pytest -p redgreen_collect --junitxml=report.xml
    npx --yes ${url} feed publish report.xml redgreen-collected.json

\`redgreen --help\` lists the commands and the exit codes. MIT License.
`;
}
