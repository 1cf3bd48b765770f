/** `/badge/<name>.json`: badges for shields.io's endpoint, from the feed that the site is built with. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { badges, canonicalJson, type Badge } from '../../feed/model.ts';
import { feedOfBuild, placesOf } from '../../roadmap/build.ts';

export const getStaticPaths: GetStaticPaths = () => {
  const { feed } = feedOfBuild(placesOf(new URL(import.meta.env.SITE), import.meta.env.BASE_URL));
  return [...badges(feed)].map(([name, badge]) => ({ params: { name }, props: { badge } }));
};

export const GET: APIRoute<{ badge: Badge }> = ({ props }) =>
  new Response(canonicalJson(props.badge), { headers: { 'content-type': 'application/json' } });
