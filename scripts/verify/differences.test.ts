/** Holds each difference of the list in Pyodide. Its native side: `python/redgreen_runner/test_differences.py`. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/interpreter/result.ts';
import { PAGE, pageOf, readDifferences, type Difference } from './differences.ts';
import type { Host } from './host.ts';
import { pyodideHost } from './pyodide-host.ts';

/** A snapshot may have to be made first, on a busy machine. In milliseconds. */
const PATIENCE = 180_000;

const differences = readDifferences();
const crashes = differences.filter(({ crash }) => crash);
const others = differences.filter(({ crash }) => !crash);

let host: Host;

beforeAll(async () => {
  host = await pyodideHost();
}, PATIENCE);

test('the page in docs is made from the list', () => {
  expect(readFileSync(PAGE, 'utf8'), `run \`node scripts/verify/differences.ts\``).toBe(pageOf(differences));
});

describe('in Pyodide', () => {
  let result: RunResult;

  beforeAll(async () => {
    ({ result } = await host.run({ files: { 'test_it.py': testFile(others) }, arguments: [] }));
  }, PATIENCE);

  test.each(others.map((difference, index) => [difference.what, difference, index] as const))(
    '%s',
    (_what, difference, index) => {
      expect(said(result, `test_it.py::test_it[${index}]`)).toBe(difference.here.trim());
    },
  );
});

describe('the interpreter ends', () => {
  test.each(crashes.map((difference) => [difference.what, difference] as const))(
    '%s',
    async (_what, difference) => {
      const run = host.run({ files: { 'test_it.py': testFile([difference]) }, arguments: [] });
      await expect(run).rejects.toThrow(difference.here);
    },
    PATIENCE,
  );
});

function testFile(entries: readonly Difference[]): string {
  const codes = JSON.stringify(JSON.stringify(entries.map(({ code }) => code)));
  return `import json
import pytest

@pytest.mark.parametrize("number", range(${entries.length}))
def test_it(number, request):
    exec(json.loads(${codes})[number], {"request": request})
`;
}

/** What the code printed, or the first line of what it raised. */
function said(result: RunResult, id: string): string {
  const failure = result.tests.find((one) => one.id === id)?.failures[0];
  if (failure) return `${failure.exceptionType}: ${failure.message.split('\n', 1)[0] ?? ''}`.trim();
  return result.output
    .filter((part) => part.test === id)
    .map((part) => part.text)
    .join('')
    .trim();
}
