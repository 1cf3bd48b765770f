/**
 * Text kept from a large file. A piece that a parser cuts out of a chunk keeps the whole chunk alive in
 * JavaScript engines; whatever is kept goes through one of these, so that memory stays flat.
 */

/** A copy that shares no memory with the string that it was cut from. */
export function own(text: string): string {
  // Joining makes a new string, cutting from it shares with that one only.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** The head and the tail of a text that is longer than `max`, with a line between that says so. */
export function abridge(text: string, max: number): { readonly text: string; readonly cut: boolean } {
  if (text.length <= max) return { text: own(text), cut: false };
  const head = Math.floor(max / 4);
  const tail = max - head;
  const left = text.length - max;
  // The end of a traceback says what was raised, so most of what is kept is the end.
  const kept = `${text.slice(0, head)}\n[... ${left} characters cut ...]\n${text.slice(-tail)}`;
  return { text: own(kept), cut: true };
}
