"""The clock of a run: where a program only waits, it jumps, so that no reader has to.

Two clocks are kept apart. An event loop counts `VirtualClock.now`, which moves only by waiting, so
that a time-out never depends on how fast this machine is. The machine's clocks (`time.monotonic`,
`datetime.now` …) go on as ever and are moved along with each jump, so that a program which measures
a sleep sees the sleep.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

#: Seconds that one turn of a busy event loop counts for. A loop that spins on `sleep(0)` must reach
#: its time-out one day, as it does natively, where a turn takes about as long.
BUSY_TURN = 10e-6


class VirtualClock:
    """Seconds as the event loops of a run count them."""

    def __init__(self, start: float, skip: Callable[[float], None]) -> None:
        """`skip` moves the machine's clocks ahead, by seconds."""
        self.now = start
        self.skipped = 0.0
        """Seconds that nobody had to wait."""
        self._skip = skip
        self._job: float | None = None
        self._waited_ahead = 0.0

    def jump(self, seconds: float) -> None:
        """Let time pass in which nothing happens."""
        self.now += seconds
        # A job that stands for a thread has spent part of this for real already. What is left of
        # that after one jump is forgotten: a later sleep must not seem shorter than it was.
        paid, self._waited_ahead = min(seconds, self._waited_ahead), 0.0
        self.skipped += seconds - paid
        self._skip(seconds - paid)

    def turn(self) -> None:
        """Count one turn of an event loop that had something to do."""
        self.now += BUSY_TURN

    def slept(self, seconds: float) -> None:
        """Count a `time.sleep`, which really blocks: it is time for the event loop too."""
        if self._job is None:
            self.now += seconds
        else:
            self._job += seconds

    def time_of(self, job: Callable[[], None]) -> float:
        """Run what natively another thread would run; return the seconds it slept there."""
        outer, self._job = self._job, 0.0
        try:
            job()
        finally:
            slept, self._job = self._job, outer
        self._waited_ahead += slept
        return slept


class _Listener:
    """Where the audit hook finds the clock: a hook can't be taken away again."""

    clock: VirtualClock | None = None
    installed = False


def hear_sleeps(clock: VirtualClock | None) -> None:
    """From now on every `time.sleep` counts on this clock too; None ends that."""
    _Listener.clock = clock
    if clock is not None and not _Listener.installed:
        _Listener.installed = True
        # Python 3.13 and later announce each sleep: nothing has to be patched for it.
        sys.addaudithook(_on_audit)


def _on_audit(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "time.sleep" and _Listener.clock is not None:
        seconds = arguments[0]
        if type(seconds) in (int, float) and seconds > 0:
            _Listener.clock.slept(float(seconds))
