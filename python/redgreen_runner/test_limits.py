"""What a run may send at most, see the limits in `src/interpreter/events.ts`."""

from __future__ import annotations

import json

from redgreen_testing.runs import run_natively


def test_events_are_small_enough_for_the_page() -> None:
    """The limits of `src/interpreter/events.ts`, which drops what is over them."""
    run = run_natively("""
import pytest, warnings
LONG = "n" * 5000
@pytest.mark.parametrize("word", ["a", "b"], ids=[LONG + "a", LONG + "b"])
def test_name(word):
    warnings.warn("w" * 100_000)
def test_message():
    raise ValueError("m" * 10_000_000)
def test_astral():
    raise ValueError("\\U0001F600" * 1_000_000)
def test_subtests(subtests):
    for number in range(300):
        with subtests.test(number=number):
            assert 0
exec("def " + LONG + "(): raise ValueError\\ndef test_function(): " + LONG + "()")
def test_depth():
    test_depth()
def test_type():
    raise type(LONG, (Exception,), {})
""")
    tests = run.of_kind("test")
    assert run.finished["note"] == ""
    assert len({event["id"] for event in tests}) == len(tests) == 8
    for event in tests:
        assert utf16(event["id"]) <= 2_000
        assert len(event["failures"]) <= 100
        for failure in event["failures"]:
            assert utf16(failure["message"]) <= 45_000
            assert utf16(failure["text"]) <= 45_000
            assert utf16(failure["exceptionType"]) <= 2_000
            assert len(failure["frames"]) <= 200
            assert all(utf16(frame["function"]) <= 2_000 for frame in failure["frames"])
    assert all(utf16(warning["message"]) <= 45_000 for warning in run.finished["warnings"])
    assert "9,980,000 characters left out" in run.failure("test_message")["message"]
    assert run.failures("test_subtests")[-1]["message"] == "202 more failures of this test are left out"
    assert max(len(json.dumps(event)) for event in run.events) < 5_000_000


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_a_thousand_tests() -> None:
    run = run_natively("""
import pytest
@pytest.mark.parametrize("n", range(1000))
def test_n(n):
    print(n)
    assert n != 500
""")
    assert len(run.of_kind("test")) == run.of_kind("collected")[0]["count"] == 1000
    assert run.outcomes["test_n[500]"] == "failed"
    assert sum(outcome == "passed" for outcome in run.outcomes.values()) == 999
    assert run.printed("stdout", "test_n[999]") == "999\n"
    assert run.finished["note"] == ""
