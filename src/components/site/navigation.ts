/** The site's main places, in order. */
const places = [
  { id: 'start', label: 'Start here' },
  { id: 'patterns', label: 'Patterns' },
  { id: 'roadmap', label: 'Roadmap' },
  { id: 'triage', label: 'Triage' },
  { id: 'playground', label: 'Playground' },
] as const;

export interface Place {
  id: string;
  label: string;
}

/** The places that have a page, so that no menu leads nowhere. `ids` are the ids of all pages. */
export function existingPlaces(ids: readonly string[]): Place[] {
  return places.filter(({ id }) => ids.includes(id));
}

/** The place that a page belongs to: pattern pages (`p/CEL001`) belong to the patterns. */
export function placeOf(id: string): string {
  const first = id.split('/', 1)[0] ?? '';
  return first === 'p' ? 'patterns' : first;
}
