"""The events of one run, as they cross to JavaScript: one JSON object each.

Their TypeScript mirror, with the limits a reader of them must hold, is `src/interpreter/events.ts`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypedDict

Outcome = Literal["passed", "failed", "error", "skipped", "xfailed", "xpassed"]
Phase = Literal["collect", "setup", "call", "teardown"]

#: Takes one event as a JSON-ready dict.
Emit = Callable[[dict[str, Any]], None]


class Frame(TypedDict):
    """One line of a traceback; `file` is relative to the run's folder or to a package root."""

    file: str
    line: int
    function: str


class Failure(TypedDict):
    """Why a test or a file did not pass."""

    phase: Phase
    exceptionType: str
    """Name of the exception's class, with its module unless that is `builtins`."""
    message: str
    """`str(exception)`: without notes and without the class name."""
    frames: list[Frame]
    """Outermost first; the last one raised."""
    text: str
    """The report as pytest prints it."""


class TestEvent(TypedDict):
    """A finished test, or a file that could not be collected (`id` is then the file)."""

    kind: Literal["test"]
    id: str
    outcome: Outcome
    seconds: float
    failures: list[Failure]
    reason: str
    """Why a test was skipped or expected to fail; empty otherwise."""
