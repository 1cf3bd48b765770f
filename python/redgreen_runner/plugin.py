"""The pytest plugin: each thing that happens in a run becomes one event."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any, cast

import pytest

from .events import Emit, Failure, Outcome, Phase
from .failures import describe, describe_report, shorten
from .output import OutputBudget, OutputStream

#: Test ids sent with `collected`; the count is always exact.
MOST_IDS = 2_000
MOST_WARNINGS = 50

#: Where a report carries the failure that `pytest_runtest_makereport` saw with its exception.
_FAILURE = "_redgreen_failure"


class EventsPlugin:
    """Reports collection, tests, warnings and the end of one pytest session."""

    def __init__(self, emit: Emit, budget: OutputBudget, root: Path) -> None:
        self._emit = emit
        self._budget = budget
        self._root = root
        self._started = time.perf_counter()
        self._tests: dict[str, list[pytest.TestReport]] = {}
        self._warnings: list[dict[str, str]] = []
        self._streams = (sys.stdout, sys.stderr)
        self.collected = 0

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        """From here on prints belong to the code under test: pytest's reporter has its stream by now."""
        sys.stdout = cast("Any", OutputStream(self._budget, "stdout"))
        sys.stderr = cast("Any", OutputStream(self._budget, "stderr"))

    def pytest_unconfigure(self) -> None:
        """Give the streams back."""
        sys.stdout, sys.stderr = self._streams

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Report a file that could not be collected."""
        report = yield
        if report.failed:
            excinfo = getattr(getattr(report, "call", None), "excinfo", None)
            text = str(report.longrepr)
            failure = (
                describe(excinfo, "collect", text, self._root)
                if excinfo is not None
                else describe_report(report, "collect")
            )
            self._send(collector.nodeid, "error", 0.0, [failure])
        elif report.skipped:
            self._send(collector.nodeid, "skipped", 0.0, [], _skip_reason(report))
        return report

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Tell how many tests there are, and the first ids."""
        self.collected = len(session.items)
        ids = [item.nodeid for item in session.items[:MOST_IDS]]
        self._emit({"kind": "collected", "count": self.collected, "ids": ids})

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Mark the output that follows as this test's."""
        self._budget.flush()
        self._budget.test = nodeid

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Describe the exception while it is still at hand."""
        report = yield
        if report.failed and call.excinfo is not None:
            phase = cast("Phase", call.when)
            failure = describe(call.excinfo, phase, report.longreprtext, self._root)
            setattr(report, _FAILURE, failure)
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Collect the phases of a test; subtests come here as reports of their own."""
        self._tests.setdefault(report.nodeid, []).append(report)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Report the test with all its phases."""
        reports = self._tests.pop(nodeid, [])
        self._budget.flush()
        self._budget.test = None
        outcome, reason = _outcome(reports)
        failures = [_failure(report) for report in reports if report.failed]
        self._send(nodeid, outcome, sum(report.duration for report in reports), failures, reason)

    def pytest_warning_recorded(self, warning_message: Any, nodeid: str) -> None:
        """Keep the first warnings: some are the only trace of a useless test."""
        if len(self._warnings) < MOST_WARNINGS:
            self._warnings.append(
                {
                    "category": warning_message.category.__name__,
                    "message": shorten(str(warning_message.message), 2_000),
                    "test": nodeid,
                }
            )

    def finish(self, exit_code: int) -> None:
        """Send the last event of the run."""
        self._budget.flush()
        self._emit(
            {
                "kind": "finished",
                "exitCode": int(exit_code),
                "collected": self.collected,
                "seconds": round(time.perf_counter() - self._started, 6),
                "warnings": self._warnings,
            }
        )

    def _send(
        self, nodeid: str, outcome: Outcome, seconds: float, failures: list[Failure], reason: str = ""
    ) -> None:
        self._emit(
            {
                "kind": "test",
                "id": nodeid,
                "outcome": outcome,
                "seconds": round(seconds, 6),
                "failures": failures,
                "reason": reason,
            }
        )


def _failure(report: pytest.TestReport) -> Failure:
    known = getattr(report, _FAILURE, None)
    if known is not None:
        return cast("Failure", known)
    return describe_report(report, cast("Phase", report.when))


def _outcome(reports: list[pytest.TestReport]) -> tuple[Outcome, str]:
    """Fold setup, call and teardown into one word; the worst counts."""
    for report in reports:
        if report.failed:
            return ("failed" if report.when == "call" else "error"), ""
    for report in reports:
        expected = getattr(report, "wasxfail", None)
        if expected is not None:
            return ("xfailed" if report.skipped else "xpassed"), str(expected)
        if report.skipped:
            return "skipped", _skip_reason(report)
    return "passed", ""


def _skip_reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    where = report.longrepr
    return shorten(str(where[2]) if isinstance(where, tuple) else str(where), 2_000)
