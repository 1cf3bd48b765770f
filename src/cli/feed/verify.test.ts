import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { first, junit, redgreen, site, teamFolder } from '../testing.ts';

const { path: cwd, publish } = teamFolder();

describe('a feed on a server', () => {
  it('is gone on from, and verified, by its address', async () => {
    await publish(...site, '--collected', '4', 'report.xml');
    const server = createServer((request, response) => {
      void readFile(path.join(cwd(), 'published', request.url ?? '')).then(
        (content) => response.end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address() as AddressInfo; // a TCP server's
    const url = `http://127.0.0.1:${address.port}`;
    try {
      expect(await redgreen(cwd(), ['feed', 'verify', `${url}/feed.json`])).toMatchObject({ code: 0 });
      await junit(path.join(cwd(), 'report.xml'), { ...first, 'tests.a::test_1': 'passed' });
      const ended = await publish('--old', url, '--feed', 'new', '--collected', '4', 'report.xml');
      expect(ended).toMatchObject({ code: 0, err: '' });
      expect((await readdir(path.join(cwd(), 'new/runs'))).sort()).toEqual(['3.json', 'index.json']);
      await cp(path.join(cwd(), 'new'), path.join(cwd(), 'published'), { recursive: true });
      expect(await redgreen(cwd(), ['feed', 'verify', url])).toMatchObject({
        code: 0,
        out: 'Sound: 2 runs, 3 items.',
      });
    } finally {
      server.close();
    }
  });
});

describe('redgreen feed verify', () => {
  it('finds a changed byte', async () => {
    await publish(...site, 'report.xml');
    const file = path.join(cwd(), 'published/runs/2.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('two', 'tow'));
    const { code, err } = await redgreen(cwd(), ['feed', 'verify', 'published']);
    expect(err).toMatch(/^runs\/2.json: was changed/);
    expect(code).toBe(2);
  });

  it('a server that is not there: exit code 3', async () => {
    const { code, err } = await redgreen(cwd(), ['feed', 'verify', 'http://127.0.0.1:9/feed.json']);
    expect(err).toMatch(/can't be reached/);
    expect(code).toBe(3);
  });
});
