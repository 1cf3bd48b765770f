/** One measurement of the bench, in a process of its own: `read-once.ts ours|bare FILE`, figures as JSON. */
import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import { readReport } from '../../src/reports/read.ts';

export interface Measurement {
  readonly ms: number;
  /** Processor time, all threads: what other work on the machine slows hardly changes it. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

const [kind = '', file = ''] = process.argv.slice(2);

async function bare(): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

async function ours(): Promise<void> {
  const result = await readReport({ name: file, chunks: createReadStream(file) });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  if (result.value.kind !== 'tests' || result.value.report.counts.failing === 0) throw new Error('misread');
}

const start = performance.now();
const before = process.cpuUsage();
await (kind === 'ours' ? ours() : bare());
const used = process.cpuUsage(before);
const figures: Measurement = {
  ms: performance.now() - start,
  cpuMs: (used.user + used.system) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(figures));
