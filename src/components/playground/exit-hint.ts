/** What pytest's exit code tells that no test does. */
import type { PartialResult } from '../../interpreter/result.ts';

/** In words, with what helps; undefined where the tests say it all. */
export function exitHint({ exitCode, tests, note }: PartialResult): string | undefined {
  // A run that can't be believed says why itself.
  if (note !== '') return undefined;
  switch (exitCode) {
    case 2:
      return tests.length > 0
        ? 'pytest broke off before it ran the tests: a file could not be imported.'
        : 'pytest broke off. Its own report, below, says why.';
    case 3:
      return 'pytest broke down, or a conftest.py made it. Its own report, below, says where.';
    case 4:
      return 'pytest could not be started like this: an argument, pytest.ini or conftest.py is wrong. Its own report, below, says which.';
    case 5:
      return 'pytest found no tests to run. It takes functions named test_… in files named test_….py or …_test.py, and only those that the arguments leave in.';
    case undefined:
    default:
      return undefined;
  }
}
