import * as v from 'valibot';
import { fail } from '../errors.ts';
import { createGatherer, type Gatherer, type Statement } from '../gather.ts';
import { fileOfNodeId, splitNodeId } from '../identity.ts';
import type { Limits } from '../limits.ts';
import type { Outcome, Phase, TestReport } from '../model.ts';
import { telling } from './pytest-messages.ts';
import { optionalNumber, optionalText, property, shaped, text } from '../input/shape.ts';

/**
 * CTRF is a draft whose versions add fields, so only what is needed here is looked at. `pending` and `other`
 * are statuses of the format that pytest has no word for.
 */
const Test = v.object({
  name: v.pipe(text, v.minLength(1)),
  status: v.picklist(['passed', 'failed', 'skipped', 'pending', 'other']),
  rawStatus: optionalText,
  duration: optionalNumber,
  message: optionalText,
  trace: optionalText,
  filePath: optionalText,
  line: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1)))),
  suite: v.optional(v.nullable(v.union([v.string(), v.array(v.string())]))),
  flaky: v.optional(v.nullable(v.boolean())),
  retries: optionalNumber,
});
type Test = v.InferOutput<typeof Test>;

const Results = v.object({ tests: v.array(v.unknown()) });

/** True for a CTRF document, complete or not. */
export function isCtrf(document: unknown): boolean {
  return property(document, 'reportFormat') === 'CTRF' || property(document, 'results') !== undefined;
}

/** Read a CTRF document. */
export function readCtrf(document: unknown, limits: Limits): TestReport {
  const results = property(document, 'results');
  const { tests } = shaped(Results, results, 'results');
  refuseLossy(document, tests);
  const gatherer = createGatherer(limits);
  tests.forEach((entry, index) => {
    const where = `results.tests[${index}]`;
    gatherer.add(statementOf(shaped(Test, entry, where), gatherer, where));
  });
  return {
    dialects: ['ctrf'],
    ...gatherer.finish(),
    suites: [],
    run: {},
    notes: [{ kind: 'xpass-hidden', dialect: 'ctrf' }],
  };
}

/** Two producers lose what tells tests apart before the file is written: no reader can bring that back. */
function refuseLossy(document: unknown, tests: readonly unknown[]): void {
  const tool = property(property(property(document, 'results'), 'tool'), 'name');
  if (tool === 'junit-to-ctrf' || property(document, 'generatedBy') === 'junit-to-ctrf') {
    fail({
      kind: 'lossy',
      producer: 'junit-to-ctrf',
      reason:
        'drops classes and files, so that tests of the same name become one, and counts reruns as passes',
    });
  }
  if (
    tests.some(
      (test) => property(test, 'raw_status') !== undefined || property(test, 'file_path') !== undefined,
    )
  ) {
    fail({
      kind: 'lossy',
      producer: 'an old pytest-json-ctrf',
      reason: 'takes the parameters of one test for retries and keeps the first result',
    });
  }
}

function statementOf(test: Test, gatherer: Gatherer, where: string): Statement {
  const { outcome, phase } = outcomeOf(test, where);
  const broken = outcome === 'failed' || outcome === 'error';
  const trace = test.trace ?? '';
  return {
    level: 'test',
    ...namedOf(test),
    line: test.line ?? undefined,
    outcome,
    flaky: test.flaky === true || (outcome === 'passed' && (test.retries ?? 0) > 0),
    durationMs: test.duration ?? undefined,
    problems: broken ? [gatherer.problem(phase, telling(test.message ?? '', trace), trace)] : [],
  };
}

/** pytest-json-ctrf puts the node id into the name; other tools have the parts of it in the suite. */
function namedOf(test: Test): Pick<Statement, 'classPath' | 'name' | 'file'> {
  if (/^[^[]*\.py::/.test(test.name)) return { ...splitNodeId(test.name), file: fileOfNodeId(test.name) };
  const suite = typeof test.suite === 'string' ? [test.suite] : (test.suite ?? []);
  if (suite.length === 0) return { classPath: test.filePath ?? '', name: test.name, file: undefined };
  return { ...splitNodeId([...suite, test.name].join('::')), file: undefined };
}

function outcomeOf(test: Test, where: string): { readonly outcome: Outcome; readonly phase: Phase } {
  switch (test.status) {
    case 'passed':
      return { outcome: test.rawStatus === 'xpassed' ? 'xpassed' : 'passed', phase: 'call' };
    case 'skipped':
    case 'pending':
      return { outcome: test.rawStatus === 'xfailed' ? 'xfailed' : 'skipped', phase: 'call' };
    case 'failed': {
      const phase = /^(setup|teardown)_/.exec(test.rawStatus ?? '')?.[1];
      if (phase === 'setup' || phase === 'teardown') return { outcome: 'error', phase };
      return { outcome: 'failed', phase: 'call' };
    }
    case 'other':
      // Neither passed nor failed nor skipped: to call it any of these would be a guess.
      return fail({
        kind: 'invalid',
        where: `${where}.status`,
        reason: `"other" (${test.rawStatus ?? 'no rawStatus'}) says neither passed nor failed`,
      });
    default: {
      const never: never = test.status;
      return never;
    }
  }
}
