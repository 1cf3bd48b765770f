"""Runs folders of tests through the runner, each in a child process, and reads the events."""

from __future__ import annotations

import atexit
import dataclasses
import functools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from redgreen_runner.entry import write_files

PYTHON_FOLDER = Path(__file__).parent.parent
#: Seconds; a run that takes longer hangs.
LIMIT = 60


@dataclasses.dataclass(frozen=True)
class Run:
    """The events of one run."""

    events: Sequence[Mapping[str, Any]]

    def of_kind(self, kind: str) -> list[Mapping[str, Any]]:
        """Return the events of one kind, in their order."""
        return [event for event in self.events if event["kind"] == kind]

    @property
    def outcomes(self) -> dict[str, str]:
        """Outcome by test id, without the file's name where there is only one file."""
        return {
            str(event["id"]).removeprefix("test_it.py::"): event["outcome"] for event in self.of_kind("test")
        }

    @property
    def finished(self) -> Mapping[str, Any]:
        """The last event."""
        (event,) = self.of_kind("finished")
        assert event is self.events[-1]
        return event

    def failures(self, test: str) -> list[dict[str, Any]]:
        """Return the failures of one test of `test_it.py`, or of a file."""
        found: list[dict[str, Any]] = next(
            event["failures"]
            for event in self.of_kind("test")
            if event["id"] in (test, f"test_it.py::{test}")
        )
        return found

    def failure(self, test: str) -> dict[str, Any]:
        """Return the only failure of one test."""
        (failure,) = self.failures(test)
        return failure

    def printed(self, stream: str, test: str | None = None) -> str:
        """Return what one test printed (of `test_it.py`); what nobody did if None."""
        wanted = None if test is None else f"test_it.py::{test}"
        return "".join(
            event["text"]
            for event in self.of_kind("output")
            if event["stream"] == stream and event["test"] == wanted
        )

    @property
    def console(self) -> str:
        """Pytest's own report."""
        return self.printed("console") + "".join(
            event["text"]
            for event in self.of_kind("output")
            if event["stream"] == "console" and event["test"] is not None
        )


def run_natively(files: Mapping[str, str] | str, *arguments: str) -> Run:
    """Run files (or one, `test_it.py`) as verify does natively."""
    return _run(_server("redgreen_runner.native"), files, arguments)


def run_in_memory(files: Mapping[str, str] | str, *arguments: str) -> Run:
    """Run files (or one, `test_it.py`) as the browser does, in this Python."""
    return _run(_server("redgreen_testing.in_memory"), files, arguments)


class Server:
    """A process that has everything imported and forks a child for each run."""

    def __init__(self, module: str, limit: int = LIMIT) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**_environment(), "RUN_LIMIT": str(limit)},
        )

    def run(self, order: Mapping[str, Any]) -> str:
        """Run one order; return the answer, `done` or what went wrong."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def close(self) -> int:
        """End the process; return its exit code."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        return self._process.wait(LIMIT)


@functools.cache
def _server(module: str) -> Server:
    made = Server(module)
    atexit.register(made.close)
    return made


def _run(server: Server, files: Mapping[str, str] | str, arguments: Sequence[str]) -> Run:
    with tempfile.TemporaryDirectory(prefix="redgreen-") as folder:
        # Through no link: pytest shows real paths.
        root, out = Path(folder).resolve() / "project", Path(folder, "events.jsonl")
        root.mkdir()
        write_files(root, {"test_it.py": files} if isinstance(files, str) else files)
        answer = server.run({"root": str(root), "out": str(out), "arguments": list(arguments)})
        assert answer == "done"
        return Run([json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()])


def _environment() -> dict[str, str]:
    """What this process, which is pytest too, and a CI machine set must not reach the run."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    for name in ("CI", "BUILD_NUMBER", "COLUMNS"):
        kept.pop(name, None)
    return {**kept, "PYTHONPATH": str(PYTHON_FOLDER), "PYTHONDONTWRITEBYTECODE": "1"}
