"""An asyncio event loop for a place without threads, system sockets or anything to wait for.

Pyodide's own loop always counts as running, so `asyncio.run` and pytest-asyncio refuse to start one
of theirs. Tests get this loop instead: asyncio's own selector loop, with its own transports, over
sockets in memory. Its clock jumps: a sleep moves the clock, not the reader.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from asyncio import events
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from .clock import VirtualClock, hear_sleeps
from .deadlock import Deadlock, raise_where_it_waits, waiting_tasks
from .memory_selector import MemorySelector
from .network import Network
from .refusals import RefusingEventLoop
from .socket_module import sockets_in_memory

Result = TypeVar("Result")

#: Deadlocks that one run of a loop may get over; code that catches each would never end.
MOST_DEADLOCKS = 10
#: Seconds to give a clock that isn't ours before it counts as standing still.
PATIENCE = 0.02

#: The network of the run; loops have no arguments, as asyncio makes them by itself.
_networks: list[Network] = []


class VirtualClockEventLoop(RefusingEventLoop):
    """asyncio's selector loop over sockets in memory, on the clock of the run."""

    def __init__(self, _selector: None = None) -> None:
        self._network = _networks[-1]
        self._clock = self._network.clock
        self._deadlocks = 0
        # A name of its own, because freezegun and mocks replace the one in `time`.
        self._machine_time: Callable[[], float] = _REAL["monotonic"]
        self._wait_for_real: Callable[[float], None] = _REAL["sleep"]
        super().__init__(MemorySelector(self._network, self._idle))
        hear_sleeps(self._clock)

    def time(self) -> float:
        """Return the clock of the run, in seconds; a replaced `time.monotonic` counts, as natively."""
        replaced = time.monotonic
        return self._clock.now if replaced is self._machine_time else replaced()

    def _idle(self, seconds: float | None) -> None:
        """Let time pass until the next timer. Without one, nothing will ever happen again."""
        __tracebackhide__ = True
        if seconds is None:
            self._end_the_wait()
        elif seconds == 0:
            self._clock.turn()
        else:
            before = self.time()
            self._clock.jump(seconds)
            if self.time() <= before:
                self._wait_for_real(PATIENCE)
            if self.time() <= before:
                self._end_the_wait(frozen=True)

    def _end_the_wait(self, *, frozen: bool = False) -> None:
        __tracebackhide__ = True
        self._deadlocks += 1
        if self._deadlocks > MOST_DEADLOCKS or not raise_where_it_waits(self, frozen=frozen):
            raise Deadlock.of_tasks(waiting_tasks(self), frozen=frozen)

    # The base class makes a pair of sockets to wake itself from other threads; there are none.

    def _make_self_pipe(self) -> None:
        """Do nothing."""

    def _close_self_pipe(self) -> None:
        """Do nothing."""

    def _write_to_self(self) -> None:
        """Do nothing."""

    def run_in_executor(  # type: ignore[override]
        self, executor: Executor | None, func: Callable[..., Result], *args: Any
    ) -> asyncio.Future[Result]:
        """Run `func` here and now; its result comes when a thread's would, after what it slept."""
        self._check_closed()  # type: ignore[attr-defined]
        if executor is not None and not isinstance(executor, ThreadPoolExecutor):
            return super().run_in_executor(executor, func, *args)
        if executor is None:
            self._check_default_executor()  # type: ignore[attr-defined]
        future: asyncio.Future[Result] = self.create_future()
        outcome: list[Callable[[], None]] = []

        def job() -> None:
            try:
                outcome.append(partial(future.set_result, func(*args)))
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as problem:  # noqa: BLE001 - whatever a thread's function raises is its result
                outcome.append(partial(future.set_exception, problem))

        seconds = self._clock.time_of(job)
        self.call_later(seconds, lambda: None if future.done() else outcome[0]())
        return future

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Have no thread to wait for."""
        self._executor_shutdown_called = True


#: What the machine really does; kept where freezegun does not look for functions to replace.
_REAL: dict[str, Any] = {"monotonic": time.monotonic, "sleep": time.sleep}


def _default_policy() -> Any:
    """The policy class that makes asyncio's default loops: its name depends on Python's version."""
    from asyncio import unix_events  # noqa: PLC0415 - Windows has none, and needs none to read this file

    return getattr(unix_events, "_DefaultEventLoopPolicy", None) or asyncio.DefaultEventLoopPolicy


@contextlib.contextmanager
def virtual_loops(skip: Callable[[float], None] = lambda _seconds: None) -> Iterator[VirtualClock]:
    """While inside, every event loop and every socket of Python is one of this page.

    `skip` moves the machine's clocks ahead, by seconds; without it they show no sleep that was skipped.
    """
    clock = VirtualClock(_REAL["monotonic"](), skip)
    policy_class = _default_policy()
    outer_loop = asyncio._get_running_loop()
    get_policy = getattr(events, "_get_event_loop_policy", events.get_event_loop_policy)
    set_policy = getattr(events, "_set_event_loop_policy", events.set_event_loop_policy)
    outer_policy = get_policy()
    names = {
        name: getattr(asyncio, name) for name in ("SelectorEventLoop", "EventLoop") if hasattr(asyncio, name)
    }
    network = Network(clock)
    _networks.append(network)
    asyncio._set_running_loop(None)
    default_factory, policy_class._loop_factory = policy_class._loop_factory, VirtualClockEventLoop
    vars(asyncio).update(dict.fromkeys(names, VirtualClockEventLoop))
    set_policy(policy_class())
    try:
        with sockets_in_memory(network):
            yield clock
    finally:
        hear_sleeps(None)
        set_policy(outer_policy)
        vars(asyncio).update(names)
        policy_class._loop_factory = default_factory
        asyncio._set_running_loop(outer_loop)
        _networks.pop()
