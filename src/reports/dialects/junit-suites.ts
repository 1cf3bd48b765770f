import type { Place } from '../errors.ts';
import type { Suite } from '../model.ts';
import { own } from '../text.ts';
import { countAttribute, failAt, type XmlElement } from '../input/xml.ts';

interface OpenSuite {
  readonly number: number;
  /** Failures and errors that the header promises; undefined where it says nothing. */
  readonly promised: number | undefined;
  found: number;
  nested: boolean;
}

/** The `<testsuite>` elements of a file. */
export interface Suites {
  open(element: XmlElement, place: () => Place): void;
  /** Count a child of a test against the header. */
  found(name: 'failure' | 'error' | 'skipped'): void;
  close(place: () => Place): void;
  /** Number of the suite that is open; the cases of one number come from one run of pytest. */
  current(): number;
  all(): readonly Suite[];
}

/**
 * See {@link Suites}. The header's counts are not the number of tests, but pytest writes one failure or error
 * element for each that it counts there: a file with fewer has lost some on its way, and reading it would
 * turn failing tests into passing ones.
 */
export function createSuites(): Suites {
  const suites: Suite[] = [];
  const stack: OpenSuite[] = [];

  return {
    open(element, place) {
      const failures = countAttribute(element, 'failures', place);
      const errors = countAttribute(element, 'errors', place);
      const above = stack.at(-1);
      if (above) above.nested = true;
      suites.push(suiteOf(element.attributes));
      stack.push({
        number: suites.length,
        promised: failures === undefined || errors === undefined ? undefined : failures + errors,
        found: 0,
        nested: false,
      });
    },
    found(name) {
      const suite = stack.at(-1);
      if (suite && name !== 'skipped') suite.found += 1;
    },
    close(place) {
      const suite = stack.pop();
      if (suite?.promised === undefined || suite.nested || suite.promised <= suite.found) return;
      failAt(
        place(),
        `the suite counts ${suite.promised} failures and errors, but has only ${suite.found} of them; something has cut the file`,
      );
    },
    current: () => stack.at(-1)?.number ?? 0,
    all: () => suites,
  };
}

function suiteOf(attributes: Readonly<Record<string, string>>): Suite {
  const { name = '', timestamp, hostname } = attributes;
  return {
    name: own(name),
    ...(timestamp === undefined ? {} : { timestamp: own(timestamp) }),
    ...(hostname === undefined ? {} : { hostname: own(hostname) }),
  };
}
