import type { Place } from '../errors.ts';
import { createGatherer, type Gatherer } from '../gather.ts';
import { COLLECTION } from '../identity.ts';
import { createSuites, type Suites } from './junit-suites.ts';
import type { Limits } from '../limits.ts';
import type { Outcome, Problem, TestReport } from '../model.ts';
import { meaningOf } from './pytest-messages.ts';
import { worse } from '../counts.ts';
import { failAt, type XmlElement, type XmlHandler } from '../input/xml.ts';

interface OpenCase {
  readonly attributes: Readonly<Record<string, string>>;
  outcome: Outcome;
  level: 'test' | 'module';
  problems: readonly Problem[];
}

/** Inside a failure, error or skipped; elements in it are passed over. */
interface OpenChild {
  readonly name: 'failure' | 'error' | 'skipped';
  readonly attributes: Readonly<Record<string, string>>;
  deeper: number;
}

/** How much of a skip's text is looked at where it has no message. */
const REASON = 1024;
const noProblems: readonly Problem[] = [];

/**
 * pytest's JUnit XML, families xunit1 and xunit2, with what xdist, rerunfailures and subtests make of it.
 * The counts in its headers are of attempts and subtests, so tests are counted by name, and the worst that
 * is said about a name holds.
 */
export function createJunitHandler(limits: Limits): XmlHandler<TestReport> {
  const gatherer = createGatherer(limits);
  const suites = createSuites();
  let test: OpenCase | undefined;
  let child: OpenChild | undefined;
  let marked = false;

  return {
    open(element, place) {
      if (child) {
        child.deeper += 1;
        return 0;
      }
      switch (element.name) {
        case 'testsuite':
          suites.open(element, place);
          return 0;
        case 'testcase':
          if (test) failAt(place(), 'a <testcase> inside a <testcase>');
          test = openCase(element, place);
          return 0;
        case 'failure':
        case 'error':
        case 'skipped':
          if (!test) failAt(place(), `a <${element.name}> that belongs to no test`);
          suites.found(element.name);
          child = { name: element.name, attributes: element.attributes, deeper: 0 };
          return element.name === 'skipped' ? REASON : gatherer.detailsWanted();
        case 'property':
          // Our pytest plugin marks an unexpected pass, which JUnit has no word for.
          if (test && element.attributes.name === 'redgreen_outcome') {
            marked = true;
            if (element.attributes.value === 'xpassed') test.outcome = worse(test.outcome, 'xpassed');
          }
          return 0;
        default:
          return 0;
      }
    },
    close(name, text, place) {
      if (child && child.deeper > 0) child.deeper -= 1;
      else if (child) {
        if (test) closeChild(test, child, text, gatherer);
        child = undefined;
      } else if (name === 'testcase' && test) {
        addCase(test, gatherer, suites);
        test = undefined;
      } else if (name === 'testsuite') suites.close(place);
    },
    end() {
      return {
        dialects: ['junit'],
        ...gatherer.finish(),
        suites: suites.all(),
        run: {},
        notes: marked ? [] : [{ kind: 'xpass-hidden', dialect: 'junit' }],
      };
    },
  };
}

function openCase(element: XmlElement, place: () => Place): OpenCase {
  if (element.attributes.name === undefined) failAt(place(), 'a <testcase> without a name');
  return { attributes: element.attributes, outcome: 'passed', level: 'test', problems: noProblems };
}

function closeChild(test: OpenCase, child: OpenChild, text: string, gatherer: Gatherer): void {
  const { outcome, phase, message } = meaningOf(child.name, child.attributes, text);
  test.outcome = worse(test.outcome, outcome);
  if (phase === 'collect') test.level = 'module';
  if (outcome === 'failed' || outcome === 'error') {
    test.problems = [...test.problems, gatherer.problem(phase, message, text)];
  }
}

function addCase(test: OpenCase, gatherer: Gatherer, suites: Suites): void {
  const { classname = '', name = '', file, line, time } = test.attributes;
  // A file that was not collected has no class, and its dotted path for a name.
  const fileItself = test.level === 'module' && classname === '';
  gatherer.add({
    level: test.level,
    classPath: fileItself ? name : classname,
    name: fileItself ? COLLECTION : name,
    file: file?.replaceAll('\\', '/'),
    line: lineNumber(line),
    outcome: test.outcome,
    durationMs: milliseconds(time),
    problems: test.problems,
    repeatsIn: suites.current(),
  });
}

/** pytest counts lines from 0 here. */
function lineNumber(line: string | undefined): number | undefined {
  return line !== undefined && /^\d{1,8}$/.test(line) ? Number(line) + 1 : undefined;
}

function milliseconds(seconds: string | undefined): number | undefined {
  const value = seconds === undefined ? NaN : Number(seconds);
  return value >= 0 && value < Infinity ? Math.round(value * 1000) : undefined;
}
