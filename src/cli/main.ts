#!/usr/bin/env node
import { run } from './run.ts';

// Exit by itself, so that everything is written out first.
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (line) => {
    console.log(line);
  },
  err: (line) => {
    console.error(line);
  },
  now: () => new Date().toISOString(),
});
