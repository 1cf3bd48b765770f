"""Says so when nothing in a run can go on, where natively it would hang."""

from __future__ import annotations

import asyncio
import linecache
import os
from asyncio import base_events
from types import FrameType
from typing import Any

from .paths import short_path

#: Tasks named in one message; a thousand workers on one queue are one story.
MOST_TASKS = 10


NOTHING_LEFT = (
    "every task waits for something that nothing in the event loop can bring. "
    "Outside the browser this would hang."
)
STANDING_CLOCK = (
    "every task sleeps, but the event loop's clock stands still: something replaced time.monotonic. "
    "Outside the browser this would hang. With freezegun, freeze_time(…, real_asyncio=True) helps."
)


class Deadlock(BaseException):
    """Nothing is left that could go on.

    No `Exception`: code that catches those (a worker's `except Exception`) would go on with what
    natively never comes, and a test that only asks whether something was raised would pass.
    """

    #: Those that were raised since `forget`. One that was swallowed must still fail its test.
    raised: list[Deadlock] = []  # noqa: RUF012 - one list for all, on purpose

    def __init__(self, message: str) -> None:
        super().__init__(message)
        Deadlock.raised.append(self)

    @classmethod
    def of_socket(cls, wanted: str) -> Deadlock:
        """A socket that blocks, in the only thread there is."""
        return cls(
            f"this socket waits for {wanted}, and nothing can bring it: there is no other thread. "
            "Outside the browser this would hang."
        )

    @classmethod
    def of_tasks(cls, tasks: list[asyncio.Task[Any]], *, frozen: bool = False) -> Deadlock:
        """An event loop of which every task waits; `frozen` if they sleep on a clock that stands still."""
        lines = [_waiting_line(task) for task in tasks[:MOST_TASKS]]
        if len(tasks) > MOST_TASKS:
            lines.append(f"… and {len(tasks) - MOST_TASKS} more tasks")
        return cls("\n".join((STANDING_CLOCK if frozen else NOTHING_LEFT, *lines)))


# A reader meets the name in a traceback; where it comes from tells them nothing.
Deadlock.__module__ = "builtins"


def forget() -> None:
    """Begin a new phase of a test."""
    Deadlock.raised.clear()


def raise_if_swallowed() -> None:
    """Fail a phase that got over its deadlock, which natively it could not."""
    __tracebackhide__ = True
    if Deadlock.raised:
        raise Deadlock.raised[0]


def raise_where_it_waits(loop: asyncio.AbstractEventLoop, *, frozen: bool = False) -> bool:
    """Let the await that the loop is run for fail with a deadlock, so that the traceback ends there.

    False if there is no such await: then only the loop itself can be ended.
    """
    tasks = waiting_tasks(loop)
    root = next((task for task in tasks if _is_root(task)), None)
    if root is None:
        return False
    first = _innermost(root, tasks)
    waiter = _waiter(first)
    if waiter is None or waiter.done() or isinstance(waiter, asyncio.Task):
        return False
    others = [task for task in tasks if task not in (first, root)]
    tasks = [first, *([] if root is first else [root]), *others]
    waiter.set_exception(Deadlock.of_tasks(tasks, frozen=frozen))
    return True


def waiting_tasks(loop: asyncio.AbstractEventLoop) -> list[asyncio.Task[Any]]:
    """Return the tasks of a loop that are not done, in the order they were made in."""
    tasks = [task for task in asyncio.all_tasks(loop) if not task.done()]
    return sorted(tasks, key=lambda task: (len(task.get_name()), task.get_name()))


def _is_root(task: asyncio.Task[Any]) -> bool:
    ending = base_events._run_until_complete_cb  # type: ignore[attr-defined]
    callbacks = getattr(task, "_callbacks", None) or ()
    return any(callback is ending for callback, _ in callbacks)


def _waiter(task: asyncio.Task[Any]) -> asyncio.Future[Any] | None:
    found: asyncio.Future[Any] | None = getattr(task, "_fut_waiter", None)
    return found


def _innermost(root: asyncio.Task[Any], tasks: list[asyncio.Task[Any]]) -> asyncio.Task[Any]:
    """Follow what waits for what to a task that waits for no other."""
    seen, task = {root}, root
    while True:
        deeper = next((one for one in tasks if one not in seen and _awaits(task, one)), None)
        if deeper is None:
            return task
        seen.add(deeper)
        task = deeper


def _awaits(task: asyncio.Task[Any], other: asyncio.Task[Any]) -> bool:
    waiter = _waiter(task)
    return (
        waiter is other
        or other in (getattr(waiter, "_children", None) or ())  # gather
        or task in (getattr(other, "_asyncio_awaited_by", None) or ())  # Python 3.14 knows the rest
    )


def _waiting_line(task: asyncio.Task[Any]) -> str:
    try:
        frame = _own_frame(task)
    except Exception:  # noqa: BLE001 - a test may have replaced what this needs, such as os.getcwd
        frame = None
    if frame is None:
        return f"  {task.get_name()} waits"
    file, line = frame.f_code.co_filename, frame.f_lineno
    source = linecache.getline(file, line).strip()
    return f"  {short_path(file, os.getcwd())}:{line}: {frame.f_code.co_name} waits at: {source}"


def _own_frame(task: asyncio.Task[Any]) -> FrameType | None:
    """The innermost frame in the working directory: the reader's code; else the innermost one."""
    here = os.path.join(os.getcwd(), "")
    frames = _frames(task.get_coro())
    own = [frame for frame in frames if frame.f_code.co_filename.startswith(here)]
    innermost = own or frames
    return innermost[-1] if innermost else None


def _frames(awaited: Any) -> list[FrameType]:
    found = []
    while awaited is not None:
        frame = next(
            (frame for name in ("cr", "gi", "ag") if (frame := getattr(awaited, f"{name}_frame", None))), None
        )
        if frame is not None:
            found.append(frame)
        awaited = next(
            (
                inner
                for name in ("cr_await", "gi_yieldfrom", "ag_await")
                if (inner := getattr(awaited, name, None)) is not None
            ),
            None,
        )
    return found
