"""Exceptions and reports turned into data.

This runs in the middle of the reader's test, mocks and all, over exceptions that may do anything
when they are looked at. Whatever goes wrong here must cost a detail, never the failure itself.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from _pytest._io import TerminalWriter
from _pytest.config import ConftestImportFailure

from .deadlock import Deadlock
from .events import Failure, Frame, Phase
from .paths import path_inside, short_path

#: Longest text kept of one message or report, in characters: a huge repr must not flood the page.
LONGEST_TEXT = 20_000
#: Longest name (of a test, a file, a function) that crosses to the page, in characters.
LONGEST_NAME = 900
#: Frames kept of one traceback; of a deep recursion the ends tell the story.
MOST_FRAMES = 60
#: Columns of a report, whatever terminal the machine has.
REPORT_WIDTH = 80


#: Parts of paths whose frames tell a reader nothing.
INTERNAL = (
    "/_pytest/",
    "/pluggy/",
    "/pytest_asyncio/",
    "/redgreen_runner/",
    "/importlib/",
    "<frozen importlib",
)


def shorten(text: str, longest: int = LONGEST_TEXT) -> str:
    """Keep head and tail of a long text and say how much is left out between them."""
    if len(text) <= longest:
        return text
    half = longest // 2
    left_out = len(text) - 2 * half
    return f"{text[:half]}\n… {left_out:,} characters left out …\n{text[-half:]}"


def short_name(name: str) -> str:
    """Cut a long name; two that differ stay different."""
    if len(name) <= LONGEST_NAME:
        return name
    mark = zlib.crc32(name.encode("utf-8", "backslashreplace"))
    return f"{name[:LONGEST_NAME]}…{mark:08x}"


def exception_name(kind: type[BaseException]) -> str:
    """Name the class as a traceback does: `TypeError`, `celery.exceptions.Retry`."""
    if kind.__module__ in ("builtins", "__main__"):
        return short_name(kind.__qualname__)
    return short_name(f"{kind.__module__}.{kind.__qualname__}")


def frames_of(excinfo: pytest.ExceptionInfo[BaseException], root: str) -> list[Frame]:
    """Return the traceback from the reader's first line on, outermost first.

    Frames that pytest, unittest and we ourselves add, and those that ask to be hidden, are left out.
    """
    entries = [
        (str(entry.path), entry.lineno + 1, entry.name)
        for entry in excinfo.traceback.filter(excinfo)
        if not (_is_pytest_frame(str(entry.path)) or "__unittest" in entry.frame.f_globals)
    ]
    first = next((i for i, (path, _, _) in enumerate(entries) if path_inside(path, root) is not None), 0)
    entries = entries[first:]
    if len(entries) > MOST_FRAMES:
        entries = entries[: MOST_FRAMES // 2] + entries[-MOST_FRAMES // 2 :]
    return [
        {"file": short_name(short_path(path, root)), "line": line, "function": short_name(function)}
        for path, line, function in entries
    ]


def _is_pytest_frame(path: str) -> bool:
    return any(part in path for part in INTERNAL)


def message_of(error: BaseException) -> str:
    """Return `str(error)`, or words of our own where the exception's own `__str__` fails."""
    try:
        if isinstance(error, pytest.FixtureLookupError):  # its str() lacks the words that people see
            return shorten(str(error.formatrepr().errorstring))
        return shorten(str(error))
    except Exception as problem:  # noqa: BLE001 - a reader's class may raise anything here
        return f"<its __str__ raised {type(problem).__name__}>"


def text_of(report: Any) -> str:
    """Return the report as pytest prints it; its first line keeps its indentation."""
    written = io.StringIO()
    writer = TerminalWriter(file=written)
    writer.hasmarkup = False
    writer.fullwidth = REPORT_WIDTH
    report.toterminal(writer)
    return shorten(written.getvalue().strip("\n"))


def short_text(excinfo: pytest.ExceptionInfo[BaseException]) -> str:
    """Print an exception of which pytest makes no report, without pytest's own frames."""
    try:
        excinfo.traceback = excinfo.traceback.filter(lambda entry: not _is_pytest_frame(str(entry.path)))
        return shorten(str(excinfo.getrepr(style="short", chain=False)))
    except Exception:  # noqa: BLE001 - see the module's docstring
        return message_of(excinfo.value)


def describe(excinfo: pytest.ExceptionInfo[BaseException], phase: Phase, text: str, root: str) -> Failure:
    """Describe an exception that a test or a collection raised."""
    excinfo = _unwrapped(excinfo)
    error = excinfo.value
    failure: Failure = {
        "phase": phase,
        "exceptionType": "Exception",
        "message": message_of(error),
        "frames": [],
        "text": text,
    }
    try:
        failure["exceptionType"] = exception_name(type(error))
        failure["frames"] = frames_of(excinfo, root)
    except Exception:  # noqa: BLE001 - see the module's docstring
        failure["text"] = text or failure["message"]
    return failure


def _unwrapped(excinfo: pytest.ExceptionInfo[BaseException]) -> pytest.ExceptionInfo[BaseException]:
    """What happened, where pytest wraps it into words of its own."""
    error = excinfo.value
    cause: BaseException | None = None
    if isinstance(error, pytest.Collector.CollectError):
        cause = error.__cause__
    elif isinstance(error, ConftestImportFailure):
        cause = error.cause
    elif isinstance(error, BaseExceptionGroup):
        cause = next((one for one in _leaves(error) if isinstance(one, Deadlock)), None)
    return excinfo if cause is None else pytest.ExceptionInfo.from_exception(cause)


def _leaves(group: BaseExceptionGroup[BaseException]) -> Iterator[BaseException]:
    for one in group.exceptions:
        if isinstance(one, BaseExceptionGroup):
            yield from _leaves(one)
        else:
            yield one


def describe_report(report: Any, phase: Phase) -> Failure:
    """Describe a failure of which only pytest's report is left (strict xpass, failed subtests)."""
    crash = getattr(getattr(report, "longrepr", None), "reprcrash", None)
    text = text_of(report)
    message = shorten(str(crash.message)) if crash is not None else text
    return {"phase": phase, "exceptionType": "Failed", "message": message, "frames": [], "text": text}


def most(failures: Sequence[Failure], limit: int = 100) -> list[Failure]:
    """Keep the first failures of one test; the last of them tells how many more there were."""
    if len(failures) <= limit:
        return list(failures)
    left_out = len(failures) - limit + 1
    note = f"{left_out:,} more failures of this test are left out"
    last: Failure = {
        "phase": failures[-1]["phase"],
        "exceptionType": "Failed",
        "message": note,
        "frames": [],
        "text": note,
    }
    return [*failures[: limit - 1], last]
