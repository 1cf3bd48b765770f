import type { Place } from '../errors.ts';
import type { CoverageReport } from '../model.ts';
import { countAttribute, failAt, type XmlElement, type XmlHandler } from '../input/xml.ts';

/**
 * coverage.py's Cobertura XML. Only counts are taken: its `line-rate` leaves branches out and is rounded, so
 * that the same data reads 82 % there and 74 % in coverage.py's own report. The lines that are listed must
 * agree with the counts at the top.
 */
export function createCoberturaHandler(): XmlHandler<CoverageReport> {
  const path: string[] = [];
  let lines = { covered: 0, total: 0 };
  let branches = { covered: 0, total: 0 };
  const listed = { covered: 0, total: 0 };

  return {
    open(element, place) {
      path.push(element.name);
      if (path.length === 1) {
        lines = pair(element, 'lines', place);
        branches = pair(element, 'branches', place);
      }
      // Lines stand under a class, and in other tools' files once more under its methods.
      if (element.name === 'line' && path.at(-2) === 'lines' && path.at(-3) === 'class') {
        const hits = countAttribute(element, 'hits', place);
        if (hits === undefined) failAt(place(), 'a <line> without hits');
        listed.total += 1;
        if (hits > 0) listed.covered += 1;
      }
      return 0;
    },
    close(name, _text, place) {
      path.pop();
      if (path.length > 0 || name !== 'coverage') return;
      if (listed.total !== lines.total || listed.covered !== lines.covered) {
        failAt(
          place(),
          `the top says ${lines.covered} of ${lines.total} lines, the files list ${listed.covered} of ${listed.total}; something has cut the file`,
        );
      }
    },
    end: () => ({
      dialect: 'cobertura',
      lines,
      branches: branches.total === 0 ? null : branches,
      contexts: { kind: 'none' },
    }),
  };
}

function pair(
  root: XmlElement,
  what: 'lines' | 'branches',
  place: () => Place,
): { covered: number; total: number } {
  const covered = countAttribute(root, `${what}-covered`, place);
  const total = countAttribute(root, `${what}-valid`, place);
  if (covered === undefined || total === undefined) {
    failAt(place(), `<coverage> has no ${what}-covered and ${what}-valid; was it written by coverage.py?`);
  }
  if (covered > total) failAt(place(), `${what}-covered is more than ${what}-valid`);
  return { covered, total };
}
