import { dateText, dayText } from '../text.ts';

/** Maps a value to 0…100 percent of an axis. */
export type Scale = (value: number) => number;

/** A linear scale; an axis of no length puts everything in its middle. */
export const linear =
  (from: number, to: number): Scale =>
  (value) =>
    to === from ? 50 : ((value - from) / (to - from)) * 100;

/** Round steps (1, 2 or 5 times a power of ten) that cut `from…to` into at most `most` pieces. */
export function ticks(from: number, to: number, most = 5): number[] {
  if (to <= from) return [from];
  const rough = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

const DAY = 86_400_000;

/** Days to name on a time axis: at most `most`, whole days, evenly apart. */
export function dateTicks(from: number, to: number, most = 4): { time: number; text: string }[] {
  const days = Math.max(1, Math.round((to - from) / DAY));
  const step = Math.max(1, Math.ceil(days / most));
  const start = Math.ceil(from / DAY) * DAY;
  const found: { time: number; text: string }[] = [];
  for (let time = start; time <= to; time += step * DAY) {
    found.push({ time, text: found.length === 0 ? dateText(time) : dayText(time) });
  }
  return found;
}

/**
 * Moves labels apart that would be written over each other, each as little as possible.
 *
 * @param centres where the labels belong, in percent of the axis, in any order
 * @param gap least distance of two labels, in percent
 * @returns where to write them, in the order of `centres`
 */
export function spread(centres: readonly number[], gap: number): number[] {
  const order = centres.map((centre, index) => ({ centre, index })).sort((a, b) => a.centre - b.centre);
  // Labels that touch are one block around the mean of their places; blocks that touch are merged.
  const blocks: { mean: number; members: number[] }[] = [];
  for (const { centre, index } of order) {
    let block = { mean: centre, members: [index] };
    for (let before = blocks.at(-1); before !== undefined; before = blocks.at(-1)) {
      const together = before.members.length + block.members.length;
      if (block.mean - before.mean >= (gap * together) / 2) break;
      blocks.pop();
      const sum = before.mean * before.members.length + block.mean * block.members.length;
      block = { mean: sum / together, members: [...before.members, ...block.members] };
    }
    blocks.push(block);
  }
  const places = [...centres];
  for (const { mean, members } of blocks) {
    for (const [position, index] of members.entries()) {
      places[index] = mean + (position - (members.length - 1) / 2) * gap;
    }
  }
  return places;
}
