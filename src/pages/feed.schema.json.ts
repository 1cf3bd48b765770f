/** `/feed.schema.json`: JSON Schema of the feed, its run files and their index. */
import type { APIRoute } from 'astro';
import { feedJsonSchema } from '../feed/json-schema.ts';
import { canonicalJson } from '../feed/model.ts';

export const GET: APIRoute = () =>
  new Response(canonicalJson(feedJsonSchema()), { headers: { 'content-type': 'application/schema+json' } });
