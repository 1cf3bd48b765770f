/**
 * Runs `python/redgreen_runner/conformance` in Pyodide. The same files pass natively, on real sockets and
 * real time (`npm test -- python`), so what they hold is true in both.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/interpreter/result.ts';
import { verdictOf } from '../../src/interpreter/result.ts';
import type { Host } from './host.ts';
import { pyodideHost } from './pyodide-host.ts';

const FOLDER = 'python/redgreen_runner/conformance';
/** A snapshot may have to be made first, on a busy machine. In milliseconds. */
const PATIENCE = 180_000;

let host: Host;

beforeAll(async () => {
  host = await pyodideHost();
}, PATIENCE);

async function runText(text: string): Promise<RunResult> {
  const ini = '[pytest]\nasyncio_default_fixture_loop_scope = function\n';
  return (await host.run({ files: { 'test_it.py': text, 'pytest.ini': ini }, arguments: [] })).result;
}

describe('the conformance tests pass in Pyodide', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.startsWith('test_')))(
    '%s',
    async (name) => {
      const result = await runText(readFileSync(join(FOLDER, name), 'utf8'));
      const others = result.tests.filter(({ outcome }) => outcome !== 'passed');
      expect(others).toEqual([]);
      expect(result.tests.length).toBeGreaterThanOrEqual(6);
      expect(verdictOf(result)).toBe('passed');
    },
    PATIENCE,
  );
});

const DEADLOCKS = `
import asyncio
import pytest

pytestmark = pytest.mark.asyncio

async def consume(queue):
    return await queue.get()

async def test_wait():
    await asyncio.wait([asyncio.create_task(consume(asyncio.Queue()))])

async def test_shield():
    await asyncio.shield(consume(asyncio.Queue()))

async def test_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(3600))
        group.create_task(consume(asyncio.Queue()))

async def test_server():
    async def silent(reader, writer):
        await reader.read()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await reader.readline()
`;

test(
  'a deadlock is named where the innermost task waits',
  async () => {
    const result = await runText(DEADLOCKS);
    const failures = result.tests.map(({ id, failures: [first] }) => [
      id.replace('test_it.py::', ''),
      first?.exceptionType,
      first?.message.split('\n')[1]?.replace(/^.*waits at: /, ''),
      first?.frames.findLast(({ file }) => file === 'test_it.py')?.function,
    ]);
    expect(failures).toEqual([
      ['test_wait', 'Deadlock', 'return await queue.get()', 'consume'],
      ['test_shield', 'Deadlock', 'return await queue.get()', 'consume'],
      ['test_group', 'Deadlock', 'return await queue.get()', 'consume'],
      ['test_server', 'Deadlock', 'await reader.readline()', 'test_server'],
    ]);
    expect(result.skippedSeconds).toBeGreaterThanOrEqual(3600);
    expect(result.seconds).toBeLessThan(60);
  },
  PATIENCE,
);
