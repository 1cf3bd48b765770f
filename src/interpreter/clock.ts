/**
 * Lets Python's clocks jump: where a test only waits, time passes at once (see `docs/adr/004-virtual-clock.md`).
 *
 * Emscripten reads `performance.now` and `Date.now` for every clock that Python has. Moving those two
 * moves `time.monotonic`, `datetime.now` and all others together, as if the reader had waited.
 * It changes the whole worker: measure a run from outside of it.
 */

/** The parts of a global scope that tell the time. */
export interface TimeSource {
  readonly performance: { now: () => number };
  readonly Date: { now: () => number };
}

/**
 * Make the clocks of this scope movable.
 * @returns moves them ahead, by seconds.
 */
export function movableClock(scope: TimeSource): (seconds: number) => void {
  let skipped = 0;
  const performanceNow = scope.performance.now.bind(scope.performance);
  const dateNow = scope.Date.now.bind(scope.Date);
  scope.performance.now = () => performanceNow() + skipped;
  scope.Date.now = () => Math.floor(dateNow() + skipped);
  return (seconds) => {
    skipped += seconds * 1000;
  };
}
