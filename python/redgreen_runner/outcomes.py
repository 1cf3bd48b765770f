"""Folds the reports of one test into one word."""

from __future__ import annotations

import pytest

from .events import Outcome
from .failures import shorten

LONGEST_REASON = 2_000


def outcome_of(reports: list[pytest.TestReport]) -> tuple[Outcome, str]:
    """Fold setup, call, teardown and subtests into one word and a reason; the worst counts."""
    for report in reports:
        if report.failed:
            return ("failed" if report.when == "call" else "error"), ""
    for report in reports:
        if getattr(report, "context", None) is not None:
            continue  # one skipped subtest does not skip the test
        expected = getattr(report, "wasxfail", None)
        if expected is not None:
            return ("xfailed" if report.skipped else "xpassed"), shorten(str(expected), LONGEST_REASON)
        if report.skipped:
            return "skipped", skip_reason(report)
    return "passed", ""


def skip_reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return why a test or a file was skipped."""
    where = report.longrepr
    return shorten(str(where[2]) if isinstance(where, tuple) else str(where), LONGEST_REASON)
