"""An asyncio event loop for a place without threads, sockets or a selector.

Pyodide's own loop always counts as running, so `asyncio.run` and pytest-asyncio refuse to
start one of theirs. Tests get this loop instead: asyncio's own `BaseEventLoop` with a
selector that never waits. Its clock is virtual: a sleep moves the clock, not the reader.
"""

from __future__ import annotations

import asyncio
import contextlib
from asyncio import base_events, events
from collections.abc import Iterator
from typing import Any, NoReturn


class Deadlock(RuntimeError):
    """Every task waits for something that nothing in the loop can bring."""


class VirtualClock:
    """Seconds as the loop counts them."""

    def __init__(self) -> None:
        self.now = 0.0


class _NeverWaiting:
    """The selector: time passes at once; without a timer to wait for, nothing ever comes."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock

    def select(self, timeout: float | None) -> list[NoReturn]:
        """Move the clock by `timeout` seconds; None means the loop has nothing left to do."""
        if timeout is None:
            message = (
                "the event loop has nothing left to do: every task waits for an event, a queue or a "
                "future that nobody will set (natively this test would hang)"
            )
            raise Deadlock(message)
        self._clock.now += timeout
        return []


class VirtualClockEventLoop(base_events.BaseEventLoop):
    """`BaseEventLoop` on a virtual clock; one per test or scope, as pytest-asyncio asks."""

    def __init__(self) -> None:
        super().__init__()
        self._virtual_clock = VirtualClock()
        self._selector = _NeverWaiting(self._virtual_clock)

    def time(self) -> float:
        """Return the virtual clock, in seconds."""
        return self._virtual_clock.now

    def _process_events(self, event_list: list[Any]) -> None:
        """Do nothing: the selector reports none."""

    def _write_to_self(self) -> None:
        """Do nothing: there is no other thread to wake the loop from."""


class _Policy(events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined,misc] # 3.14 only
    _loop_factory = VirtualClockEventLoop


@contextlib.contextmanager
def virtual_loops() -> Iterator[None]:
    """While inside, asyncio makes virtual-clock loops and no loop counts as running."""
    outer = asyncio._get_running_loop()
    policy = events._get_event_loop_policy()  # type: ignore[attr-defined] # 3.14 only
    asyncio._set_running_loop(None)
    events._set_event_loop_policy(_Policy())  # type: ignore[attr-defined]
    try:
        yield
    finally:
        events._set_event_loop_policy(policy)  # type: ignore[attr-defined]
        asyncio._set_running_loop(outer)
