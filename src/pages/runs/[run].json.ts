/** `/runs/<seq>.json` and `/runs/index.json`: what was published, as it is. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { runsOfBuild } from '../../roadmap/build.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...runsOfBuild()].map(([run, text]) => ({ params: { run }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json' } });
