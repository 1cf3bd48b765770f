"""Exceptions and reports turned into data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from .events import Failure, Frame, Phase

#: Longest text kept of one message or report, in characters: a huge repr must not flood the page.
LONGEST_TEXT = 20_000
#: Frames kept of one traceback; of a deep recursion the ends tell the story.
MOST_FRAMES = 60


def shorten(text: str, longest: int = LONGEST_TEXT) -> str:
    """Keep head and tail of a long text and say how much is left out between them."""
    if len(text) <= longest:
        return text
    half = longest // 2
    left_out = len(text) - 2 * half
    return f"{text[:half]}\n… {left_out:,} characters left out …\n{text[-half:]}"


def exception_name(kind: type[BaseException]) -> str:
    """Name the class as a traceback does: `TypeError`, `celery.exceptions.Retry`."""
    if kind.__module__ in ("builtins", "__main__"):
        return kind.__qualname__
    return f"{kind.__module__}.{kind.__qualname__}"


def short_path(path: str, root: Path) -> str:
    """Name a file as its reader knows it: `test_ner.py`, `celery/app/task.py`."""
    file = Path(path)
    if file.is_relative_to(root):
        return file.relative_to(root).as_posix()
    for folder in sorted(sys.path, key=len, reverse=True):
        if folder and file.is_relative_to(folder):
            return file.relative_to(folder).as_posix()
    return file.as_posix()


def frames_of(excinfo: pytest.ExceptionInfo[BaseException], root: Path) -> list[Frame]:
    """Return the traceback, outermost first, without the frames that pytest itself adds."""
    entries = [entry for entry in excinfo.traceback if not _is_pytest_frame(str(entry.path))]
    if len(entries) > MOST_FRAMES:
        entries = entries[: MOST_FRAMES // 2] + entries[-MOST_FRAMES // 2 :]
    return [
        {"file": short_path(str(entry.path), root), "line": entry.lineno + 1, "function": entry.name}
        for entry in entries
    ]


def _is_pytest_frame(path: str) -> bool:
    return "/_pytest/" in path or "/pluggy/" in path or "/redgreen_runner/" in path


def message_of(error: BaseException) -> str:
    """Return `str(error)`, or words of our own where the exception's own `__str__` fails."""
    lookup = getattr(error, "formatrepr", None)
    if callable(lookup):  # pytest's FixtureLookupError: its str() is empty of the words people see.
        return str(getattr(lookup(), "errorstring", error))
    try:
        return shorten(str(error))
    except Exception as problem:  # noqa: BLE001 - a reader's class may raise anything here
        return f"<its __str__ raised {type(problem).__name__}>"


def describe(
    excinfo: pytest.ExceptionInfo[BaseException], phase: Phase, text: str, root: Path
) -> Failure:
    """Describe an exception that a test or a collection raised."""
    error = excinfo.value
    cause = error.__cause__
    if isinstance(error, pytest.Collector.CollectError) and cause is not None:
        # pytest wraps an import error into its own words; the cause is what happened.
        excinfo = pytest.ExceptionInfo.from_exception(cause)
        error = cause
    return {
        "phase": phase,
        "exceptionType": exception_name(type(error)),
        "message": message_of(error),
        "frames": frames_of(excinfo, root),
        "text": shorten(text),
    }


def describe_report(report: Any, phase: Phase) -> Failure:
    """Describe a failure of which only pytest's report is left (strict xpass, subtests)."""
    crash = getattr(getattr(report, "longrepr", None), "reprcrash", None)
    text = str(report.longrepr)
    message = str(crash.message) if crash is not None else text
    return {
        "phase": phase,
        "exceptionType": "Failed",
        "message": shorten(message),
        "frames": [],
        "text": shorten(text),
    }
