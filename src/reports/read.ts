import { guarded, unpacked, type Chunks } from './input/bytes.ts';
import { createCoberturaHandler } from './dialects/cobertura.ts';
import { isCollected, readCollected } from './dialects/collected.ts';
import { isCoverageJson, readCoverageJson } from './dialects/coverage-json.ts';
import { isCtrf, readCtrf } from './dialects/ctrf.ts';
import { createDecoder, type TextSink } from './input/decode.ts';
import { fail, ReportFailure, type ReportError } from './errors.ts';
import { createJsonReader } from './input/json.ts';
import { createJunitHandler } from './dialects/junit.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { ReportFile } from './model.ts';
import { isPytestJson, readPytestJson } from './dialects/pytest-json.ts';
import { err, ok, type Result } from './result.ts';
import { isRecord } from './input/shape.ts';
import { createXmlReader, type XmlElement, type XmlHandler } from './input/xml.ts';

/** A file with a name to call it by in errors. */
export interface ReportSource {
  readonly name: string;
  readonly chunks: Chunks;
}

/**
 * Read one report of any kind, packed or not. What it is is told by its content.
 *
 * Strict: a damaged file is an error that names its place, never part of a report.
 */
export async function readReport(
  source: ReportSource,
  limits: Limits = defaultLimits,
): Promise<Result<ReportFile, ReportError>> {
  try {
    return ok(await read(source.chunks, limits));
  } catch (error) {
    if (error instanceof ReportFailure) return err({ ...error.problem, file: source.name });
    throw error;
  }
}

interface Reader extends TextSink {
  end(): ReportFile;
}

async function read(chunks: Chunks, limits: Limits): Promise<ReportFile> {
  const decoder = createDecoder();
  const reader = sniffing(limits);
  for await (const chunk of unpacked(guarded(chunks), limits.bytes)) decoder.write(chunk, reader);
  decoder.end(reader);
  return reader.end();
}

/** Holds text back until its first character tells what it is. */
function sniffing(limits: Limits): Reader {
  let blank = '';
  let reader: Reader | undefined;
  return {
    write(text) {
      if (reader) {
        reader.write(text);
        return;
      }
      blank += text;
      const first = /\S/.exec(blank)?.[0];
      if (first === undefined) return;
      reader = readerFor(first, blank, limits);
      reader.write(blank);
      blank = '';
    },
    place: () => reader?.place() ?? { line: blank.split('\n').length, column: 1 },
    end: () => (reader ?? fail({ kind: 'empty' })).end(),
  };
}

function readerFor(first: string, text: string, limits: Limits): Reader {
  if (first === '<') return createXmlReader((root) => xmlHandler(root, limits), limits);
  if (first === '{' || first === '[') {
    const json = createJsonReader(limits);
    return { ...json, end: () => fromJson(json.end(), limits) };
  }
  if (text.startsWith('PK')) unknown('a zip archive', 'Unpack it and give the files in it.');
  return unknown(`it begins with ${JSON.stringify(text.trimStart().slice(0, 20))}`, KNOWN);
}

const KNOWN =
  'Known are JUnit XML (pytest --junitxml), CTRF, pytest-json-report, coverage.py JSON and Cobertura XML.';

function unknown(found: string, hint: string): never {
  return fail({ kind: 'unknown-format', found, hint });
}

function xmlHandler(root: XmlElement, limits: Limits): XmlHandler<ReportFile> {
  switch (root.name) {
    case 'testsuites':
    case 'testsuite':
      return mapped(createJunitHandler(limits), (report) => ({ kind: 'tests', report }));
    case 'coverage':
      return mapped(createCoberturaHandler(), (coverage) => ({ kind: 'coverage', coverage }));
    default:
      return unknown(`its root element is <${root.name.slice(0, 40)}>`, KNOWN);
  }
}

function mapped<T>(handler: XmlHandler<T>, map: (value: T) => ReportFile): XmlHandler<ReportFile> {
  return { ...handler, end: () => map(handler.end()) };
}

function fromJson(document: unknown, limits: Limits): ReportFile {
  if (isCollected(document)) return { kind: 'collected', collected: readCollected(document) };
  if (isCtrf(document)) return { kind: 'tests', report: readCtrf(document, limits) };
  if (isCoverageJson(document)) return { kind: 'coverage', coverage: readCoverageJson(document) };
  if (isPytestJson(document)) return { kind: 'tests', report: readPytestJson(document, limits) };
  const keys = isRecord(document) ? Object.keys(document).slice(0, 8).join(', ') : '';
  return unknown(keys === '' ? 'it is JSON of another kind' : `it is JSON with ${keys}`, KNOWN);
}
