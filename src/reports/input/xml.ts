import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { TextSink } from './decode.ts';
import { fail, type Place } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { createCapture } from './xml-capture.ts';

/** An element as it begins. */
export interface XmlElement {
  readonly name: string;
  /** Without a prototype: any name is a name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a dialect does with the parts of a document. */
export interface XmlHandler<T> {
  /** @returns how much of the element's text is wanted at its end, in UTF-16 units; 0 for none. */
  open(element: XmlElement, place: () => Place): number;
  /** @param text what stands in the element: all, its head and tail, or nothing, as was wanted. */
  close(name: string, text: string, place: () => Place): void;
  end(): T;
}

/** Text in, a dialect's result out. */
export interface XmlReader<T> extends TextSink {
  end(): T;
}

/**
 * A strict, streaming reader of XML. What saxes finds wrong is an error at its place; so are a document
 * type (the root of entity bombs), an encoding other than UTF-8, and elements nested past the limit.
 *
 * @param begin chooses the dialect by the root element.
 */
export function createXmlReader<T>(begin: (root: XmlElement) => XmlHandler<T>, limits: Limits): XmlReader<T> {
  const parser = new SaxesParser();
  // saxes can collect text itself, but does so entity by entity, which alone costs as much as all parsing.
  const capture = createCapture();
  let handler: XmlHandler<T> | undefined;
  let depth = 0;
  let capturedDepth = 0;
  let ending = false;
  const place = (): Place => ({ line: parser.line, column: parser.column + 1 });

  parser.on('error', (error) => {
    // saxes puts its own idea of the place in front.
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (ending) fail({ kind: 'truncated', place: place(), reason });
    fail({ kind: 'malformed', format: 'XML', place: place(), reason });
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) {
      fail({ kind: 'declared-encoding', encoding });
    }
  });
  parser.on('doctype', () => fail({ kind: 'doctype', place: place() }));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > limits.depth) fail({ kind: 'too-deep', place: place(), limit: limits.depth });
    handler ??= begin(tag);
    const wanted = handler.open(tag, place);
    if (wanted > 0 && capturedDepth === 0) {
      capturedDepth = depth;
      capture.begin(parser.position, wanted);
    }
  });
  parser.on('closetag', (tag) => {
    let text = '';
    if (depth === capturedDepth) {
      text = capture.end(parser.position);
      capturedDepth = 0;
    }
    depth -= 1;
    handler?.close(tag.name, text, place);
  });

  return {
    write(text) {
      capture.feed(text);
      parser.write(text);
    },
    place,
    end() {
      ending = true;
      parser.close();
      if (!handler) fail({ kind: 'truncated', place: place(), reason: 'there is no root element' });
      return handler.end();
    },
  };
}

/** Leave with what is wrong at a place of the document. */
export function failAt({ line, column }: Place, reason: string): never {
  fail({ kind: 'invalid', where: `line ${line}, column ${column}`, reason });
}

/** A whole number of an attribute; undefined where it is absent, an error where it is none. */
export function countAttribute(element: XmlElement, name: string, place: () => Place): number | undefined {
  const text = element.attributes[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) {
    failAt(place(), `${name}="${text.slice(0, 40)}" of <${element.name}> is not a count`);
  }
  return Number(text);
}
