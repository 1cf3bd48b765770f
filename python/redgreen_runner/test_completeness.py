from __future__ import annotations

import pytest

from .completeness import doubt_about
from .events import Outcome


@pytest.mark.parametrize(
    ("exit_code", "collected", "outcomes"),
    [
        (0, 2, {"a": "passed", "b": "skipped"}),
        (0, 1, {"a": "xfailed"}),
        (0, 1, {"module.py": "skipped", "a": "passed"}),
        (1, 2, {"a": "passed", "b": "failed"}),
        (1, 9, {"a": "error"}),  # -x stops at the first
        (2, 0, {"a.py": "error"}),
        (3, 5, {}),
        (5, 0, {}),
    ],
)
def test_honest_runs(exit_code: int, collected: int, outcomes: dict[str, Outcome]) -> None:
    assert doubt_about(exit_code, collected, outcomes) == ""


@pytest.mark.parametrize(
    ("exit_code", "collected", "outcomes", "doubt"),
    [
        (0, 3, {"a": "passed"}, "only 1 of 3 tests reported an outcome"),
        (0, 3, {}, "no test ran"),
        (0, 0, {}, "no test ran"),
        (0, 2, {"a": "passed", "b": "failed"}, "1 of 2 tests did not pass"),
        (0, 1, {"a": "error"}, "1 of 1 tests did not pass"),
        (1, 2, {"a": "passed"}, "none reported a failure: 1 of 2 tests reported an outcome"),
    ],
)
def test_runs_in_doubt(exit_code: int, collected: int, outcomes: dict[str, Outcome], doubt: str) -> None:
    assert doubt in doubt_about(exit_code, collected, outcomes)
