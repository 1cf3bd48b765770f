import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** Mean size of a test case; with it 66 MB hold 40,000 tests. */
const BYTES_PER_TEST = 1650;
/** One test in six fails, as in the suite behind the plan. */
const FAILING_EVERY = 6;
/** Frames of a traceback at that size. */
const FRAMES = 28;

const frame = (depth: number): string => `tests/unit/test_module_${depth}.py:${depth * 7}: in test_something
    response = client.get(&quot;/api/v1/calls/${depth}/segments?limit=5&amp;offset=2&quot;)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
../venv/lib/python3.11/site-packages/httpx/_client.py:${1000 + depth}: in get
    return self.request(
`;

/** Write a JUnit file like pytest's, of about so many bytes, the same each time. */
export async function writeJunit(
  file: string,
  bytes: number,
  tests = Math.round(bytes / BYTES_PER_TEST),
): Promise<{ bytes: number; tests: number }> {
  // Passing tests have no text, so the size is made by the tracebacks of the failing ones.
  const frames = Math.round((bytes / tests / BYTES_PER_TEST) * FRAMES);
  const failures = Math.floor((tests - 1) / FAILING_EVERY) + 1;
  const out = createWriteStream(file);
  let written = 0;
  const write = async (text: string): Promise<void> => {
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(
    `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="0" failures="${failures}" skipped="0" tests="${tests}" time="142.176" timestamp="2026-01-18T22:13:09+00:00" hostname="ci">`,
  );
  for (let index = 0; index < tests; index += 1) await write(testCase(index, frames));
  await write('</testsuite></testsuites>');
  out.end();
  await once(out, 'close');
  return { bytes: written, tests };
}

function testCase(index: number, depth: number): string {
  const head = `<testcase classname="tests.unit.test_module_${Math.floor(index / 100)}.TestThings" name="test_something[${index}-a b]" time="0.00${index % 10}"`;
  if (index % FAILING_EVERY > 0) return `${head} />`;
  const frames = Array.from({ length: depth }, (_, at) => frame(index + at)).join('');
  return `${head}><failure message="AssertionError: assert {'state': 'queued'} == {'state': 'submitted'}&#10;  Differing items: ${index}">${frames}E   AssertionError: assert 500 == 200</failure></testcase>`;
}
