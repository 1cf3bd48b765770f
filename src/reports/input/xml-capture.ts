/**
 * Takes the text of an element out of the source by its position, once the parser has found it well-formed.
 * Positions count UTF-16 units from the beginning of the document, as the parser's do.
 */
export interface Capture {
  /** The next piece of the document, before the parser gets it. */
  feed(piece: string): void;
  /** Text begins here, right after a start tag. Of a text longer than `max` head and tail are kept. */
  begin(position: number, max: number): void;
  /** The element has ended: `position` is right after its end tag. */
  end(position: number): string;
}

/** See {@link Capture}. */
export function createCapture(): Capture {
  let piece = '';
  let pieceStart = 0;
  /** Position where the text began; undefined while there is none. */
  let start: number | undefined;
  let earlier: string[] = [];
  let longest = 0;

  return {
    feed(next) {
      if (start !== undefined) earlier.push(piece.slice(Math.max(0, start - pieceStart)));
      pieceStart += piece.length;
      piece = next;
    },
    begin(position, max) {
      start = position;
      longest = max;
      earlier = [];
    },
    end(position) {
      const from = Math.max(0, (start ?? position) - pieceStart);
      const here = piece.slice(from, position - pieceStart);
      const raw = earlier.length === 0 ? here : earlier.join('') + here;
      start = undefined;
      earlier = [];
      // A self-closing element has no end tag and no text.
      const tag = raw.lastIndexOf('</');
      return tag < 0 ? '' : characters(shortened(raw.slice(0, tag), longest));
    },
  };
}

/** Head and tail of what is longer than `max`, with no half entity at the cuts. */
function shortened(raw: string, max: number): string {
  if (raw.length <= max || raw.includes('<')) return raw;
  const head = raw.slice(0, Math.floor(max / 4)).replace(/&[^;]{0,12}$/, '');
  const tail = raw.slice(head.length - max).replace(/^[^&;]{0,12};/, '');
  return `${head}\n[... ${raw.length - head.length - tail.length} characters cut ...]\n${tail}`;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters of well-formed content: entities resolved, sections opened, other markup left out. */
function characters(raw: string): string {
  if (!raw.includes('<')) return resolved(raw);
  return raw
    .split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<[^>]*>)/)
    .map((part) => {
      if (part.startsWith('<![CDATA[')) return part.slice(9, -3);
      return part.startsWith('<') ? '' : resolved(part);
    })
    .join('');
}

function resolved(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  if (text.includes('&#')) return text.replace(/&(#?\w+);/g, character);
  // The common case, without a call for each entity; `&amp;` last, since it makes the character they begin with.
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function character(entity: string, name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? entity;
  return String.fromCodePoint(
    name.startsWith('#x') ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10),
  );
}
