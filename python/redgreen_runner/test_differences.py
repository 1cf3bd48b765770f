"""Natively, none of the listed differences is to be seen.

In Pyodide, `scripts/verify/differences.test.ts` holds each.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped] # its stubs are no part of the pins
from redgreen_testing.runs import Run, run_natively

LIST = Path(__file__).parent / "conformance" / "differences.yaml"
DIFFERENCES: list[dict[str, Any]] = yaml.safe_load(LIST.read_text(encoding="utf-8"))
TRIED = [one for one in DIFFERENCES if "untried" not in one and "crash" not in one]


@pytest.fixture(scope="module")
def run() -> Run:
    codes = [difference["code"] for difference in TRIED]
    return run_natively(f"""
import pytest

@pytest.mark.parametrize("number", range({len(codes)}))
def test_it(number, request):
    exec({codes!r}[number], {{"request": request}})
""")


@pytest.mark.parametrize("number", range(len(TRIED)), ids=[difference["what"][:60] for difference in TRIED])
def test_difference(run: Run, number: int) -> None:
    difference, name = TRIED[number], f"test_it[{number}]"
    failures = run.failures(name)
    if failures:
        said = f"{failures[0]['exceptionType']}: {failures[0]['message']}".splitlines()[0]
    else:
        said = run.printed("stdout", name)
    assert said.strip() != difference["here"].strip()
    if "native" in difference:
        assert said.strip() == difference["native"].strip()
    else:
        assert failures == []


def test_most_are_tried() -> None:
    assert len(TRIED) >= 20
