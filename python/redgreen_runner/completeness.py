"""Tells when a run's events do not carry its verdict, so that it can't look passed by accident.

The code under test runs in the same process as pytest and this package: it can unregister the
plugin, end the session early or change the exit code, on purpose or not.
"""

from __future__ import annotations

from collections.abc import Mapping

from .events import Outcome

#: pytest's exit codes.
PASSED, FAILED, INTERNAL_ERROR = 0, 1, 3
RED: tuple[Outcome, ...] = ("failed", "error")


def doubt_about(exit_code: int, collected: int, outcomes: Mapping[str, Outcome]) -> str:
    """Return why this run can't be believed, as a sentence; empty if it can.

    `outcomes` holds what was reported, by test id; `collected` is how many tests pytest had found.
    """
    told = f"{len(outcomes)} of {collected} tests reported an outcome"
    red = sum(outcome in RED for outcome in outcomes.values())
    if exit_code == PASSED and red:
        return f"pytest's exit code says that all is well, but {red} of {len(outcomes)} tests did not pass."
    if exit_code == PASSED and not outcomes:
        return "pytest's exit code says that all is well, but no test ran."
    if exit_code == PASSED and len(outcomes) < collected:
        return f"pytest's exit code says that all is well, but only {told}."
    if exit_code == FAILED and not red:
        return f"pytest's exit code says that a test failed, but none reported a failure: {told}."
    return ""
