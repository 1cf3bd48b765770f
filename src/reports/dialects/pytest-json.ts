import * as v from 'valibot';
import { createGatherer, type Gatherer, type Statement } from '../gather.ts';
import { fileOfNodeId, splitNodeId } from '../identity.ts';
import type { Limits } from '../limits.ts';
import type { Outcome, Phase, Problem, TestReport } from '../model.ts';
import { errorLine, telling } from './pytest-messages.ts';
import { isRecord, optionalText, property, shaped, text } from '../input/shape.ts';

const Stage = v.object({
  outcome: v.picklist(['passed', 'failed', 'skipped', 'rerun']),
  duration: v.optional(v.nullable(v.number())),
  crash: v.optional(v.nullable(v.object({ message: text }))),
  longrepr: optionalText,
});
type Stage = v.InferOutput<typeof Stage>;

const Test = v.object({
  nodeid: v.pipe(text, v.minLength(1)),
  lineno: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
  outcome: v.picklist(['passed', 'failed', 'error', 'skipped', 'xfailed', 'xpassed', 'rerun']),
  setup: v.optional(Stage),
  call: v.optional(Stage),
  teardown: v.optional(Stage),
});
type Test = v.InferOutput<typeof Test>;

const Collector = v.object({
  nodeid: text,
  outcome: v.picklist(['passed', 'failed', 'skipped']),
  longrepr: optionalText,
});

const Document = v.object({
  exitcode: v.pipe(v.number(), v.safeInteger()),
  tests: v.optional(v.array(v.unknown()), []),
  collectors: v.optional(v.array(v.unknown()), []),
  summary: v.object({
    collected: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    deselected: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  }),
});

/** True for a document of pytest-json-report. */
export function isPytestJson(document: unknown): boolean {
  return (
    isRecord(document) &&
    property(document, 'exitcode') !== undefined &&
    property(document, 'summary') !== undefined
  );
}

/**
 * Read a document of pytest-json-report 1.5. Its test outcome of a test that passed at a later attempt is
 * `rerun`, and only its `call` says that it passed.
 */
export function readPytestJson(document: unknown, limits: Limits): TestReport {
  const { exitcode, tests, collectors, summary } = shaped(Document, document, 'the document');
  const gatherer = createGatherer(limits);
  collectors.forEach((entry, index) => {
    const { nodeid, outcome, longrepr } = shaped(Collector, entry, `collectors[${index}]`);
    if (outcome === 'passed' || nodeid === '') return;
    const details = longrepr ?? '';
    const problems =
      outcome === 'failed' ? [gatherer.problem('collect', errorLine(details) ?? details, details)] : [];
    gatherer.add({
      level: 'module',
      ...splitNodeId(nodeid),
      file: fileOfNodeId(nodeid),
      outcome: outcome === 'failed' ? 'error' : 'skipped',
      problems,
    });
  });
  tests.forEach((entry, index) => {
    gatherer.add(statementOf(shaped(Test, entry, `tests[${index}]`), gatherer));
  });
  const { collected, deselected = 0 } = summary;
  return {
    dialects: ['pytest-json'],
    ...gatherer.finish(),
    suites: [],
    run: {
      exitCode: exitcode,
      // Which tests were deselected it does not say, so with some the number alone proves nothing.
      ...(collected === undefined || deselected > 0
        ? {}
        : { collected: { kind: 'number', count: collected } }),
    },
    notes: [],
  };
}

const phases = ['setup', 'call', 'teardown'] as const;

function statementOf(test: Test, gatherer: Gatherer): Statement {
  return {
    level: 'test',
    ...splitNodeId(test.nodeid),
    file: fileOfNodeId(test.nodeid),
    line: typeof test.lineno === 'number' ? test.lineno + 1 : undefined,
    outcome: outcomeOf(test),
    flaky: test.outcome === 'rerun',
    durationMs: duration(test),
    problems: phases.flatMap((phase) => problemsOf(phase, test[phase], gatherer)),
  };
}

/** What the stages say, since they are the last attempt; the outcome adds what only pytest knows. */
function outcomeOf(test: Test): Outcome {
  if (test.setup?.outcome === 'failed' || test.teardown?.outcome === 'failed') return 'error';
  if (test.outcome !== 'rerun') return test.call?.outcome === 'failed' ? 'failed' : test.outcome;
  if (test.call?.outcome === 'failed') return 'failed';
  return test.call?.outcome === 'passed' ? 'passed' : 'skipped';
}

function problemsOf(phase: Phase, stage: Stage | undefined, gatherer: Gatherer): Problem[] {
  if (stage?.outcome !== 'failed') return [];
  const details = stage.longrepr ?? '';
  const message = stage.crash?.message ?? errorLine(details) ?? details;
  return [gatherer.problem(phase, telling(message, details), details)];
}

function duration(test: Test): number | undefined {
  const seconds = phases.reduce((sum, phase) => sum + (test[phase]?.duration ?? 0), 0);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : undefined;
}
