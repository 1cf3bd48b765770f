"""The pytest plugin: each thing that happens in a run becomes one event."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from typing import Any, cast

import pytest
from _pytest.config import ConftestImportFailure

from .completeness import INTERNAL_ERROR, PASSED, doubt_about
from .deadlock import Deadlock, forget, raise_if_swallowed
from .events import Emit, Failure, Outcome, Phase
from .failures import describe, describe_report, message_of, most, short_name, short_text, shorten, text_of
from .outcomes import outcome_of, skip_reason
from .output import OutputBudget, output_stream
from .paths import short_path

#: Test ids sent with `collected`; the count is always exact.
MOST_IDS = 2_000
MOST_WARNINGS = 50
LONGEST_WARNING = 2_000

#: Where a report carries the failure that `pytest_runtest_makereport` saw with its exception.
_FAILURE = "_redgreen_failure"

#: What is said of a test that began and did not end.
NO_END: Failure = {
    "phase": "call",
    "exceptionType": "Failed",
    "message": "the session went on without telling how this test ended",
    "frames": [],
    "text": "the session went on without telling how this test ended",
}


class EventsPlugin:
    """Reports collection, tests, warnings and the end of one pytest session."""

    def __init__(
        self, emit: Emit, budget: OutputBudget, root: str, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._emit = emit
        self._budget = budget
        self._root = root
        self._clock = clock
        self._started = clock()
        self._reports: dict[str, list[pytest.TestReport]] = {}
        self._warnings: list[dict[str, str]] = []
        self._streams = (sys.stdout, sys.stderr)
        self._at = ""
        self._phase: Phase = "collect"
        self.collected = 0
        self.outcomes: dict[str, Outcome] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_load_initial_conftests(self) -> Generator[None]:
        """Report a conftest.py that could not be imported; pytest itself only prints it."""
        try:
            return (yield)
        except ConftestImportFailure as problem:
            self._report_conftest(pytest.ExceptionInfo.from_exception(problem), problem)
            raise

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        """From here on prints belong to the code under test: pytest's reporter has its stream by now."""
        sys.stdout = output_stream(self._budget, "stdout")
        sys.stderr = output_stream(self._budget, "stderr")

    def pytest_unconfigure(self) -> None:
        """Give the streams back."""
        sys.stdout, sys.stderr = self._streams

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Report a file that could not be collected."""
        self._at = collector.nodeid
        self._budget.show()
        report = yield
        if report.failed:
            excinfo = getattr(getattr(report, "call", None), "excinfo", None)
            if excinfo is None:
                self._send(collector.nodeid, "error", 0.0, [describe_report(report, "collect")])
            elif isinstance(excinfo.value, ConftestImportFailure):
                self._report_conftest(excinfo, excinfo.value)
            else:
                failure = describe(excinfo, "collect", text_of(report), self._root)
                self._send(collector.nodeid, "error", 0.0, [failure])
        elif report.skipped:
            self._send(collector.nodeid, "skipped", 0.0, [], skip_reason(report))
        return report

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Tell how many tests there are, and the first ids."""
        self.collected = len(session.items)
        ids = [short_name(item.nodeid) for item in session.items[:MOST_IDS]]
        self._emit({"kind": "collected", "count": self.collected, "ids": ids})

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Mark the output that follows as this test's."""
        self._at = nodeid
        self._budget.begin(short_name(nodeid))
        self._reports[nodeid] = []

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self) -> Generator[None]:
        """Hold a phase of a test, see `_hold`."""
        __tracebackhide__ = True
        self._budget.show()
        return (yield from self._hold("setup"))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self) -> Generator[None]:
        """Hold a phase of a test, see `_hold`."""
        __tracebackhide__ = True
        return (yield from self._hold("call"))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self) -> Generator[None]:
        """Hold a phase of a test, see `_hold`."""
        __tracebackhide__ = True
        return (yield from self._hold("teardown"))

    def _hold(self, phase: Phase) -> Generator[None]:
        """A deadlock that the test caught or ignored still fails it: natively it would hang there."""
        __tracebackhide__ = True
        self._phase = phase
        forget()
        yield
        raise_if_swallowed()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Describe the exception while it is still at hand."""
        report = yield
        if call.excinfo is None:
            return report
        if isinstance(call.excinfo.value, Deadlock) and hasattr(report, "wasxfail"):
            # An expected failure ends; this would not.
            del report.wasxfail
            report.outcome, report.longrepr = "failed", item.repr_failure(call.excinfo)
        if report.failed:
            setattr(report, _FAILURE, describe(call.excinfo, call.when, text_of(report), self._root))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Collect the phases of a test; subtests come here as reports of their own."""
        self._reports.setdefault(report.nodeid, []).append(report)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Report the test with all its phases."""
        self._report_test(nodeid, self._reports.pop(nodeid, []))

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Report what was going on when the session was broken off (`pytest.exit` comes here too)."""
        self._report_broken(excinfo)

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Report what was going on when pytest or a plugin broke down."""
        self._report_broken(excinfo)

    def pytest_warning_recorded(self, warning_message: Any, nodeid: str) -> None:
        """Keep the first warnings: some are the only trace of a useless test."""
        if len(self._warnings) < MOST_WARNINGS:
            self._warnings.append(
                {
                    "category": short_name(warning_message.category.__name__),
                    "message": shorten(message_of(warning_message.message), LONGEST_WARNING),
                    "test": short_name(nodeid),
                }
            )

    def finish(self, exit_code: int, skipped_seconds: float, note: str = "") -> None:
        """Send the last event of the run; `note` says what was wrong with the run itself."""
        for nodeid, reports in list(self._reports.items()):
            known = [_failure(report) for report in reports if report.failed]
            self._send(nodeid, "error", 0.0, most([*known, {**NO_END, "phase": self._phase}]))
        self._budget.finish()
        note = note or doubt_about(exit_code, self.collected, self.outcomes)
        self._emit(
            {
                "kind": "finished",
                # Whoever looks at nothing else must not take it for a success.
                "exitCode": INTERNAL_ERROR if note and exit_code == PASSED else exit_code,
                "collected": self.collected,
                "seconds": round(max(0.0, self._clock() - self._started - skipped_seconds), 6),
                "skippedSeconds": round(skipped_seconds, 6),
                "warnings": self._warnings,
                "note": note,
            }
        )

    def _report_test(self, nodeid: str, reports: list[pytest.TestReport]) -> None:
        self._budget.begin(None)
        outcome, reason = outcome_of(reports)
        failures = [_failure(report) for report in reports if report.failed]
        self._send(nodeid, outcome, sum(report.duration for report in reports), most(failures), reason)

    def _report_broken(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        if isinstance(excinfo.value, pytest.Session.Interrupted):
            return  # pytest's own way to stop after what was reported already
        reports = self._reports.pop(self._at, [])
        known = [_failure(report) for report in reports if report.failed]
        failure = describe(excinfo, self._phase, short_text(excinfo), self._root)
        self._budget.begin(None)
        self._send(self._at, "error", 0.0, most([*known, failure]))

    def _report_conftest(
        self, excinfo: pytest.ExceptionInfo[BaseException], problem: ConftestImportFailure
    ) -> None:
        text = short_text(pytest.ExceptionInfo.from_exception(problem.cause))
        failure = describe(excinfo, "collect", text, self._root)
        self._send(short_path(str(problem.path), self._root), "error", 0.0, [failure])

    def _send(
        self, nodeid: str, outcome: Outcome, seconds: float, failures: list[Failure], reason: str = ""
    ) -> None:
        name = short_name(nodeid) or "."
        self.outcomes[name] = outcome
        self._emit(
            {
                "kind": "test",
                "id": name,
                "outcome": outcome,
                "seconds": round(max(0.0, seconds), 6),
                "failures": failures,
                "reason": reason,
            }
        )


def _failure(report: pytest.TestReport) -> Failure:
    known = getattr(report, _FAILURE, None)
    failure = (
        cast("Failure", known) if known is not None else describe_report(report, cast("Phase", report.when))
    )
    if getattr(report, "context", None) is None:
        return failure
    subtest: str = report._sub_test_description()
    return {**failure, "text": shorten(f"subtest {subtest}\n\n{failure['text']}")}
