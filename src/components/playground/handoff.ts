/** Lets the playground tell an example opened in this tab from a link of a stranger's that says it is one. */
import * as v from 'valibot';
import { pageStorages, readItem, writeItem } from '../example/edits/storages.ts';

const KEY = 'redgreen:playground:from-example';
const schema = v.object({ hash: v.string(), name: v.string() });

/** Remember which link an example has made; where storage is refused, its files count as a stranger's. */
export function rememberExample(hash: string, name: string, storages = pageStorages()): void {
  writeItem(storages.tab, KEY, JSON.stringify({ hash, name }));
}

/** Name of the example that made this very link in this tab. */
export function exampleOf(hash: string, storages = pageStorages()): string | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readItem(storages.tab, KEY) ?? 'null'));
    return parsed.success && parsed.output.hash === hash ? parsed.output.name : undefined;
  } catch {
    return undefined;
  }
}
