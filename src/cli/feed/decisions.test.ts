import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RoadmapFeed } from '../../feed/model.ts';
import { junit, publishedFeed, redgreen, site, teamFolder } from '../testing.ts';

const { path: cwd, publish } = teamFolder();
const feed = (): Promise<RoadmapFeed> => publishedFeed(cwd());

describe('decisions', () => {
  it('retire and phase write into the feed; a wrong name is usage', async () => {
    await publish(...site, '--collected', '4', 'report.xml');
    await junit(path.join(cwd(), 'report.xml'), {
      'tests.a::test_2': 'failed: two',
      'tests.a::test_3': 'passed',
    });
    await publish('report.xml', '--collected', '2', '--force', '--reason', 'fewer tests');
    expect((await feed())._roadmap.vanished.count).toBe(1);
    const wrong = await redgreen(cwd(), ['feed', 'retire', 'tests.x', '--reason', 'gone']);
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringContaining('Vanished are: tests.a::test_1') as string,
    });
    const right = await redgreen(cwd(), [
      'feed',
      'retire',
      'tests.a::test_1',
      '--reason',
      'gone',
      '--by',
      'Ada',
    ]);
    expect(right).toMatchObject({ code: 0, err: '' });
    const phase = await redgreen(cwd(), ['feed', 'phase', '2A', '--status', 'active', '--note', 'We begin.']);
    expect(phase).toMatchObject({
      code: 0,
      out: expect.stringContaining('Phase 2A decided to be active') as string,
    });
    const { _roadmap } = await feed();
    expect(_roadmap.vanished.count).toBe(0);
    expect(_roadmap.retired).toMatchObject([{ id: 'tests.a::test_1', by: 'Ada' }]);
    expect(await redgreen(cwd(), ['feed', 'verify'])).toMatchObject({ code: 0 });
  });

  it('need a feed', async () => {
    const { code, err } = await redgreen(cwd(), ['feed', 'retire', 'x', '--reason', 'y']);
    expect(err).toBe('There is no feed.json in published.');
    expect(code).toBe(1);
  });
});
