import * as v from 'valibot';
import { testKey } from '../identity.ts';
import type { Contexts } from '../model.ts';
import { isRecord, property, shaped } from '../input/shape.ts';

const LinesByContext = v.record(v.string(), v.array(v.string()));

/** pytest-cov's `--cov-context=test` writes `nodeid|run` for the call phase, `|setup` and `|teardown`. */
const CALL = '|run';

/** So many tests never all run different lines; if they seem to, contexts were dropped. */
const ENOUGH = 10;

/**
 * Which tests ran the application in their call.
 *
 * Only lines inside functions count: a module's own lines run when it is imported, and an import in a test's
 * body is not a test of anything. Files of tests don't count either, should they be measured too.
 *
 * @param files entries of the report's `files`.
 */
export function readContexts(files: readonly (readonly [string, unknown])[]): Contexts {
  const touched = new Set<string>();
  let functions = 0;
  let shared = false;
  for (const [path, file] of files) {
    if (isTestFile(path)) continue;
    const regions = property(file, 'functions');
    if (!isRecord(regions)) continue;
    for (const [name, region] of Object.entries(regions)) {
      // The region without a name is what stands outside of all functions.
      if (name === '') continue;
      functions += 1;
      const where = `files["${path}"].functions["${name}"].contexts`;
      const lines = shaped(LinesByContext, property(region, 'contexts') ?? {}, where);
      for (const contexts of Object.values(lines)) {
        const calls = contexts.filter((context) => context.endsWith(CALL));
        shared ||= calls.length > 1;
        for (const call of calls) touched.add(call.slice(0, -CALL.length));
      }
    }
  }
  if (functions === 0) return unusable('the report lists no functions; coverage.py does from version 7.6 on');
  if (touched.size === 0)
    return unusable('no line of the app has a context of a test; is --cov-context=test set?');
  if (!shared && touched.size >= ENOUGH) {
    return unusable(
      'no line has more than one test, so later contexts were dropped; set COVERAGE_CORE=ctrace (Python 3.14)',
    );
  }
  return { kind: 'known', touched: new Set(Array.from(touched, testKey)) };
}

function unusable(why: string): Contexts {
  return { kind: 'unusable', why };
}

/** A file that pytest collects, or that serves the tests. */
function isTestFile(path: string): boolean {
  const parts = path.replaceAll('\\', '/').split('/');
  const name = parts.pop() ?? '';
  return /^(?:test_.*|.*_test|conftest)\.py$/.test(name) || parts.includes('tests') || parts.includes('test');
}
