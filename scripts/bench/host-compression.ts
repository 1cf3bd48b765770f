/** What a static host compresses by itself: both pages of the bench are served as one would serve them. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Everything else is compressed already. */
const COMPRESSED = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.wasm']);

/** Put the gzipped form of each file that a host compresses beside it, for the server to send. */
export function compressAsHostsDo(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!COMPRESSED.has(extname(file))) continue;
    const path = join(folder, file);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}
