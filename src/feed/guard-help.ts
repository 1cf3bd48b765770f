import type { GuardName } from './model.ts';

/** A guard of the publisher, for people who met it. What stands in backticks is code. */
export interface GuardHelp {
  /** When it says no. */
  readonly when: string;
  /** What its messages have in common, as the command prints them: one text for each of its messages. */
  readonly says: readonly string[];
  /** What the figures would have shown. */
  readonly why: string;
  readonly cure: string;
}

/** Help for each guard, in the order in which they are looked at. Tests hold `says` against the messages. */
export const guardHelp: Readonly<Record<GuardName, GuardHelp>> = {
  'unreadable-feed': {
    when: 'The feed as it is published can’t be read, or its figures contradict each other.',
    says: ["what is published can't be read"],
    why: 'A new beginning would lose the history of every test.',
    cure: 'Put the last good files back; a feed on a branch has them in its history. By force the publisher begins anew, counts on, and keeps the damaged files beside the new ones.',
  },
  'older-run': {
    when: 'The run, or the commit that it tested, is older than the one published last. Running an old pipeline again does this.',
    says: [
      'this run tested an older commit than the one published last',
      'Results of an older run would turn the history back',
    ],
    why: 'Tests that were fixed since would look broken again.',
    cure: 'Run the tests on the newest commit. The checkout needs the whole history, or git can’t tell which of two commits is older.',
  },
  incomplete: {
    when: 'Fewer results than tests that pytest collected: `--maxfail`, `-x`, a shard that is missing, a run that was killed.',
    says: ['A part of a run makes tests look vanished'],
    why: 'A run that stopped at the fifth failure reports 16 of 1547 tests. The other 1531 would look vanished.',
    cure: 'Run without `--maxfail` and `-x`. Give the reports of all shards to one call, and say with `--shards` how many there are.',
  },
  'total-dropped': {
    when: 'More than a tenth of the tests of the last run are gone.',
    says: ['more than a tenth is gone'],
    why: 'That is mostly a `-k` option, or a path in place of the whole suite. If it is a clean-up, failing tests may have gone with it.',
    cure: 'Run the whole suite. If the tests were removed on purpose, say so: `--force --reason "…"`.',
  },
  'mostly-failing': {
    when: 'More than 80 % of the tests fail.',
    says: ['That is mostly the machine'],
    why: 'A database that is down, or a package that is missing, says nothing about the tests.',
    cure: 'Look at the first errors of the log. If the suite really is that red, publish with `--force --reason "…"`.',
  },
  'collection-error': {
    when: 'pytest could not import a file with tests.',
    says: ['pytest could not collect'],
    why: 'Tests in it are neither passing nor failing. They would look vanished.',
    cure: 'Repair the import; the message names the file and the error.',
  },
  'exit-code': {
    when: 'pytest ended with another code than 0, 1 or 6, or it began and never ended.',
    says: ['Only 0, 1 and 6 belong to whole runs', 'pytest began and never ended'],
    why: 'The codes 2 to 5 mean interrupted, broken, called wrongly, no tests. Anything else, such as 137, means killed.',
    cure: 'Look at the end of pytest’s log: a time limit, a lack of memory, a wrong option.',
  },
  'coverage-definition': {
    when: 'Coverage is measured with branches now and was without before, or the other way round.',
    says: ['the percentage changes though the code does not'],
    why: 'The line of the chart would jump though nobody wrote a test.',
    cure: 'Go back to the old setting. To change it on purpose, publish once with `--force --reason "…"`.',
  },
};
