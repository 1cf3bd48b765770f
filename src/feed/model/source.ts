import * as v from 'valibot';
import { Address, field, list, Sha256, words } from './primitives.ts';

/** One file that the publisher read. */
export const Input = v.object({
  name: words(500),
  kind: field(words(40), 'junit, ctrf, pytest-json, coverage-json, cobertura …'),
  sha256: Sha256,
});

/** Where a publication comes from, so that every number can be traced to a CI job. */
export const Source = v.object({
  commit: v.nullable(words(100)),
  branch: v.nullable(words(300)),
  runUrl: field(v.nullable(Address), 'page of the CI run'),
  runId: v.nullable(words(200)),
  inputs: list(Input, 500),
});

export type Input = v.InferOutput<typeof Input>;
export type Source = v.InferOutput<typeof Source>;
