/** `/feed.json`: the published feed as it is, or the plan's own figures. */
import type { APIRoute } from 'astro';
import { feedOfBuild, placesOf } from '../roadmap/build.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(feedOfBuild(placesOf(site, import.meta.env.BASE_URL)).text, {
    headers: { 'content-type': 'application/feed+json' },
  });
