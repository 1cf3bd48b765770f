/**
 * Web addresses in the text of a file, be it data, markup or a command on a page, without the punctuation of the
 * sentence they stand in. An address ends at "&" too, where in markup the name of a character begins.
 */
export function addressesIn(text: string): string[] {
  // A copy button keeps its lines apart with U+007F.
  const found = text.matchAll(/https?:\/\/[^\s"'`&<>\\\u007f]+/g);
  return [...new Set([...found].map(([address]) => address.replace(/[.,;:!?)]+$/, '')))];
}
