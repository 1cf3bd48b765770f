/** The list of the reader's sets of files. */
import { element, toDom } from '../example/tree.ts';
import type { Project } from '../../playground/project.ts';

export function showSets(select: HTMLSelectElement, sets: readonly Project[], shown: string): void {
  const options = sets.map(({ id, title, revision }) =>
    element('option', { value: id }, revision === 0 ? `${title} (not kept yet)` : title),
  );
  const written = JSON.stringify(options);
  if (select.dataset.written !== written) {
    select.dataset.written = written;
    select.replaceChildren(...options.map(toDom));
  }
  select.value = shown;
}
