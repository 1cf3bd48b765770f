import { beforeEach, describe, expect, it } from 'vitest';
import { sampleFeed } from '../testing/sample.ts';
import { change } from '../testing/change.ts';
import type { Fetched } from './fetch-feed.ts';
import { FeedPoller, type Surroundings } from './poller.ts';
import { type LiveState, opened } from './state.ts';

const START = Date.parse('2026-02-03T10:00:00Z');
const text = (feed: unknown): Fetched => ({ kind: 'text', text: JSON.stringify(feed) });
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** A browser whose clock, timers and network the test holds. */
class World {
  now = START;
  visible = true;
  online = true;
  served: Fetched = text(sampleFeed());
  asked = 0;
  timers = new Map<number, { run: () => void; at: number }>();
  seen: LiveState[] = [];
  /** when set, answers are held back until it is called */
  hold: (() => void) | null = null;
  holding = false;
  poller: FeedPoller;

  constructor() {
    const around: Surroundings = {
      now: () => this.now,
      random: () => 0.5,
      setTimer: (run, milliseconds) => {
        const timer = this.asked;
        this.timers.set(timer, { run, at: this.now + milliseconds });
        return timer;
      },
      clearTimer: (timer) => {
        this.timers.delete(timer);
      },
      isVisible: () => this.visible,
      isOnline: () => this.online,
      fetchText: () => {
        this.asked += 1;
        const { served } = this;
        return this.holding
          ? new Promise((resolve) => {
              this.hold = () => {
                resolve(served);
              };
            })
          : Promise.resolve(served);
      },
    };
    this.poller = new FeedPoller(
      opened(sampleFeed()),
      (state) => {
        this.seen.push(state);
      },
      around,
    );
  }

  async pass(minutes: number): Promise<void> {
    this.now += minutes * 60_000;
    for (const [timer, { run, at }] of [...this.timers]) {
      if (at > this.now) continue;
      this.timers.delete(timer);
      run();
    }
    await settle();
  }
}

let world: World;
beforeEach(async () => {
  world = new World();
  world.poller.start();
  await settle();
});

describe('FeedPoller', () => {
  it('asks at the start and every five minutes', async () => {
    expect(world.asked).toBe(1);
    await world.pass(4);
    expect(world.asked).toBe(1);
    await world.pass(1);
    expect(world.asked).toBe(2);
  });

  it('follows a newer feed', async () => {
    world.served = text(change(sampleFeed(), '_roadmap.seq', 4));
    await world.pass(5);
    expect(world.seen.at(-1)).toMatchObject({ kind: 'live', shown: { _roadmap: { seq: 4 } } });
  });

  it('asks when the reader comes back, but not at every blink', async () => {
    world.poller.wake();
    await settle();
    expect(world.asked).toBe(1);
    world.now += 5_000;
    world.poller.wake();
    await settle();
    expect(world.asked).toBe(2);
    expect(world.timers.size).toBe(1);
  });

  it('does not ask while nobody looks', async () => {
    world.visible = false;
    await world.pass(5);
    await world.pass(60);
    expect(world.asked).toBe(1);
    world.visible = true;
    world.poller.wake();
    await settle();
    expect(world.asked).toBe(2);
  });

  it('waits longer after each failure', async () => {
    world.served = { kind: 'failed', trouble: { kind: 'status', status: 503 } };
    await world.pass(5);
    await world.pass(5);
    expect(world.asked).toBe(2);
    await world.pass(5);
    expect(world.asked).toBe(3);
    await world.pass(19);
    expect(world.asked).toBe(3);
    await world.pass(1);
    expect(world.asked).toBe(4);
  });

  it('asks nobody while offline', async () => {
    world.online = false;
    await world.pass(5);
    expect(world.asked).toBe(1);
    expect(world.seen.at(-1)).toMatchObject({ kind: 'unreachable', trouble: { kind: 'offline' } });
  });

  it('asks at once when the device is online again', async () => {
    world.online = false;
    world.poller.start();
    await settle();
    world.online = true;
    world.poller.wake();
    await settle();
    expect(world.seen.map(({ kind }) => kind)).toEqual(['live', 'unreachable', 'live']);
  });

  it('drops an answer that comes after stop', async () => {
    world.holding = true;
    world.served = text(change(sampleFeed(), '_roadmap.seq', 4));
    await world.pass(5);
    const before = world.seen.length;
    world.poller.stop();
    world.hold?.();
    await settle();
    expect(world.seen).toHaveLength(before);
    expect(world.timers.size).toBe(0);
  });
});
