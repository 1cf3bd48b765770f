import * as v from 'valibot';
import type { CollectedReport } from '../model.ts';
import { property, shaped } from '../input/shape.ts';

const Document = v.object({
  version: v.literal(
    1,
    'another version than this reader knows; use the plugin and the command of one release',
  ),
  collected: v.array(v.string()),
  deselected: v.array(v.string()),
  arguments: v.array(v.string()),
  exitCode: v.nullable(v.pipe(v.number(), v.safeInteger())),
});

/** True for what our pytest plugin (`redgreen_collect.py`) writes. */
export function isCollected(document: unknown): boolean {
  return property(document, 'redgreen') === 'collected';
}

/** Read what our pytest plugin wrote. */
export function readCollected(document: unknown): CollectedReport {
  const { collected, deselected, arguments: given, exitCode } = shaped(Document, document, 'the document');
  return { collected, deselected, arguments: given, exitCode };
}
