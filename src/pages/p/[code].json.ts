/** `/p/CEL001.json`: a pattern for machines, at an address that never moves. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { patternUrl } from '../../components/example/pattern-url.ts';
import { loadPatterns } from '../../patterns/load.ts';
import type { Pattern } from '../../patterns/pattern.ts';

interface PatternProps {
  readonly [name: string]: unknown;
  readonly pattern: Pattern;
}

export const getStaticPaths = (() =>
  loadPatterns().map((pattern) => ({
    params: { code: pattern.code },
    props: { pattern },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<PatternProps> = ({ props, site }) => {
  const { pattern } = props;
  const { code, title, summary, symptom, libraries, topic, slug } = pattern;
  const claim = Object.fromEntries(
    pattern.variants.map((variant) => [
      variant.name,
      { expect: variant.expect, ...(variant.failures && { failures: variant.failures }) },
    ]),
  );
  const versions = pattern.recorded && {
    pyodide: pattern.recorded.pyodide.versions,
    cpython: pattern.recorded.cpython.versions,
  };
  const body = {
    code,
    title,
    summary,
    symptom,
    libraries,
    topic,
    slug,
    url: patternUrl(site, code),
    claim,
    versions,
  };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
};
