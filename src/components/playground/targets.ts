/** The list from which a reader chooses what to run: everything, a file, or a test. */
import { element, toDom, type ElementNode } from '../example/tree.ts';
import { isTestFile, testsIn } from '../../playground/tests-in.ts';
import type { SourceFile } from '../../playground/source-file.ts';

/** Value of the choice that runs everything. */
export const EVERYTHING = '';

/** The choices as elements of a `select`. */
export function targetOptions(files: readonly SourceFile[]): readonly ElementNode[] {
  const groups = files
    .filter(({ path }) => isTestFile(path))
    .map(({ path, text }) =>
      element(
        'optgroup',
        { label: path },
        element('option', { value: path }, `all of ${path}`),
        ...testsIn(text).map((id) =>
          element('option', { value: `${path}::${id}` }, id.replaceAll('::', ' › ')),
        ),
      ),
    );
  return [element('option', { value: EVERYTHING }, 'all tests'), ...groups];
}

/** Bring the list up to date; a choice that is gone becomes everything. */
export function showTargets(select: HTMLSelectElement, files: readonly SourceFile[]): void {
  const options = targetOptions(files);
  const written = JSON.stringify(options);
  if (select.dataset.written === written) return;
  select.dataset.written = written;
  const chosen = select.value;
  select.replaceChildren(...options.map(toDom));
  select.value = chosen;
  if (select.selectedIndex < 0) select.value = EVERYTHING;
}
