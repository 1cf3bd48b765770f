/**
 * What `pattern.yaml` may say: everything that a page claims about an example, so that verify and the
 * page can hold it against what really happened. Every field's comment is the author's manual.
 */
import * as v from 'valibot';

const line = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const regularExpression = v.pipe(
  line,
  v.check((source) => isRegularExpression(source), 'is not a regular expression that JavaScript can read'),
);

/** Three letters and three digits, append-only: links in old reviews must go on working. */
export const codeSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{3}\d{3}$/, 'must be three letters and three digits, as CEL001'),
);

/** `wrong`, `right`, or one of these with a name: the folder's name and the anchor on the page. */
export const variantNameSchema = v.pipe(
  v.string(),
  v.regex(
    /^(wrong|right)(-[a-z0-9]+)*$/,
    'must be wrong, right, wrong-<name> or right-<name>, in lower case',
  ),
);

/** One test that must not pass, and what it must say. */
const failureClaimSchema = v.pipe(
  v.strictObject({
    /** pytest's node id, or the file where collection itself fails. */
    test: line,
    /** The exception's class, with its module unless built in: `TypeError`, `celery.exceptions.Retry`. */
    exception: line,
    /** The message, word for word. A single line is held against the first line of the message. */
    message: v.optional(v.string()),
    /** For messages that Python versions word differently, or that hold addresses: a regular expression. */
    pattern: v.optional(regularExpression),
    /** Where it fails; `call` is the test's body. */
    phase: v.optional(v.picklist(['collect', 'setup', 'call', 'teardown']), 'call'),
  }),
  v.check(
    (claim) => (claim.message === undefined) !== (claim.pattern === undefined),
    'needs exactly one of `message` (word for word) and `pattern` (a regular expression)',
  ),
);

/** Tests expected by outcome; what is left out must be zero. */
const countsSchema = v.strictObject({
  passed: v.optional(v.number(), 0),
  failed: v.optional(v.number(), 0),
  error: v.optional(v.number(), 0),
  skipped: v.optional(v.number(), 0),
  xfailed: v.optional(v.number(), 0),
  xpassed: v.optional(v.number(), 0),
});

/**
 * The claim proper.
 * - `fails`: exactly the tests under `failures` fail, as described; all others pass. Or pytest itself gives up
 *   before any test, and says what stands under `breaksDown`.
 * - `green-and-useless`: every test passes, and goes on passing on the mutants named under `survives`.
 * - `passes`: every test passes.
 */
const outcomeEntries = {
  expect: v.picklist(['fails', 'green-and-useless', 'passes']),
  failures: v.optional(v.pipe(v.array(failureClaimSchema), v.nonEmpty('lists at least one test that fails'))),
  /** What pytest raises where it can't even begin, as with a configuration that it refuses: no test runs. */
  breaksDown: v.optional(v.strictObject({ exception: line, message: line })),
  /** Mutants that a green and useless variant does not notice. */
  survives: v.optional(v.pipe(v.array(line), v.nonEmpty('names at least one mutant'))),
  /** How many tests there are, by outcome; by default only `expect` is held. */
  counts: v.optional(countsSchema),
  /** pytest's exit code where 0 or 1 would be the wrong expectation (2: collection broke off). */
  exitCode: v.optional(v.number()),
} as const;

const outcomeSchema = v.strictObject(outcomeEntries);

const variantSchema = v.strictObject({
  ...outcomeEntries,
  /** What this variant does, in a few words: the heading of its column. */
  title: line,
  /** One or two sentences below the heading. */
  note: v.optional(line),
  /** pytest's arguments: files in the order to run them, options. By default pytest finds the tests. */
  arguments: v.optional(v.array(line), []),
  /** Where a Python version changes the outcome itself: the first entry that fits is the claim there. */
  differs: v.optional(
    v.array(
      v.strictObject({
        /** A range of Python versions: `>=3.14` or `<3.14`. */
        python: v.pipe(line, v.regex(/^(>=|<)3\.\d+$/, 'must be like >=3.14 or <3.13')),
        /** Why, for the reader. */
        because: line,
        ...outcomeSchema.entries,
      }),
    ),
    [],
  ),
});

/** A bug put into the app on purpose, to see which tests notice. */
export const bugEntries = {
  /** Short name, as `flat-inverted`. */
  name: v.pipe(line, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words with hyphens')),
  /** The bug in the reader's words: "flat is read the wrong way round". */
  bug: line,
  /** Each replaces a text that stands exactly once in its file. */
  edits: v.pipe(
    v.array(v.strictObject({ file: line, find: v.pipe(v.string(), v.nonEmpty()), replace: v.string() })),
    v.nonEmpty('needs at least one edit'),
  ),
} as const;

const mutantSchema = v.strictObject({
  ...bugEntries,
  /** The right variants that fail on it: all of them, no other. */
  killedBy: v.pipe(
    v.array(variantNameSchema),
    v.nonEmpty('needs at least one right variant that notices the bug'),
  ),
});

/** How a failure of this kind is recognised in a report. */
const signatureSchema = v.strictObject({
  /** The exception's class; left out where it varies. */
  exception: v.optional(line),
  /** Searched in the message. Linear-time: no repetition inside a repetition. */
  message: regularExpression,
  /** One of these must be a file in the traceback, by its end: `celery/app/task.py`. */
  frames: v.optional(v.pipe(v.array(line), v.nonEmpty('names at least one file'))),
  /** Searched in the whole report of the failure, where the message alone says too little. */
  text: v.optional(regularExpression),
});

const linkSchema = v.strictObject({ title: line, url: v.pipe(line, v.url('must be an address')) });

export const patternSchema = v.pipe(
  v.strictObject({
    code: codeSchema,
    title: line,
    /** One sentence: what goes wrong. Search results, cards and `/p/CODE.json` show it. */
    summary: line,
    /** The error line as a reader would paste it into a search box. */
    symptom: line,
    /** Packages it is about, as on PyPI, `unittest.mock` for the standard library's. */
    libraries: v.pipe(v.array(line), v.nonEmpty('names at least one library')),
    /** Where it comes from: the plan's words, the real suite's count. */
    origin: v.optional(
      v.strictObject({
        /** Tests or advice that the plan names. */
        plan: v.optional(v.array(line), []),
        /** How many of the real suite's 264 failures it stands for, with what the number covers. */
        real: v.optional(v.strictObject({ count: v.number(), covers: line })),
      }),
      {},
    ),
    /** Files of the sample backend that the page shows beside the tests. */
    app: v.optional(v.array(line), []),
    variants: v.record(variantNameSchema, variantSchema),
    mutants: v.optional(v.array(mutantSchema), []),
    triage: v.optional(
      v.strictObject({
        signatures: v.pipe(v.array(signatureSchema), v.nonEmpty('needs at least one signature')),
        /** True if the text points to this page alone; false where several causes share it. */
        distinctive: v.boolean(),
      }),
    ),
    /** The libraries' own documentation for every claim of the page. */
    links: v.pipe(v.array(linkSchema), v.nonEmpty('needs at least one link to the documentation')),
    /** Codes of pages to read next. */
    related: v.optional(v.array(codeSchema), []),
  }),
  v.check(
    (pattern) => hasBothKinds(Object.keys(pattern.variants)),
    'needs at least one wrong and one right variant',
  ),
);

export type PatternFile = v.InferOutput<typeof patternSchema>;
export type VariantFile = v.InferOutput<typeof variantSchema>;
export type OutcomeClaim = v.InferOutput<typeof outcomeSchema>;
export type FailureClaim = v.InferOutput<typeof failureClaimSchema>;
export type Mutant = v.InferOutput<typeof mutantSchema>;
export type Signature = v.InferOutput<typeof signatureSchema>;

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'm');
    return true;
  } catch {
    return false;
  }
}

function hasBothKinds(names: readonly string[]): boolean {
  return names.some((name) => name.startsWith('wrong')) && names.some((name) => name.startsWith('right'));
}
