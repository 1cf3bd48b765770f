from __future__ import annotations

import pytest
from redgreen_testing.runs import Run, run_natively

EVERYTHING = """
import unittest
import warnings

import pytest

@pytest.fixture
def broken_setup():
    raise OSError("no disk")

@pytest.fixture
def broken_teardown():
    yield
    raise OSError("still no disk")

def test_passes():
    pass

def test_fails():
    answer = 41
    assert answer == 42

def test_setup(broken_setup):
    pass

def test_teardown(broken_teardown):
    pass

def test_both(broken_teardown):
    raise ValueError("first")

def test_no_fixture(nowhere):
    pass

@pytest.mark.skip(reason="not today")
def test_skipped():
    pass

@pytest.mark.xfail(reason="known bug")
def test_xfails():
    assert 0

@pytest.mark.xfail(reason="known bug")
def test_xpasses():
    pass

@pytest.mark.xfail(strict=True, reason="known bug")
def test_xpasses_strictly():
    pass

@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("word", ["a", "b"])
def test_many(number, word):
    assert number == 1

def test_subtests(subtests):
    for number in range(3):
        with subtests.test("numbers", number=number):
            assert number < 2
    with subtests.test("skipped"):
        pytest.skip("only this one")

def test_skipped_subtest(subtests):
    with subtests.test("skipped"):
        pytest.skip("only this one")

class TestInClass:
    def test_method(self):
        pytest.fail("by hand")

class TestCase(unittest.TestCase):
    def test_equal(self):
        self.assertEqual(1, 2)

    def test_subs(self):
        for number in range(2):
            with self.subTest(number=number):
                self.assertEqual(number, 0)

    @unittest.skip("unittest skip")
    def test_skip(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("expected")

def test_warns():
    warnings.warn("watch out", FutureWarning)
"""


@pytest.fixture(scope="module")
def run() -> Run:
    return run_natively(EVERYTHING)


def test_outcomes(run: Run) -> None:
    assert run.outcomes == {
        "test_passes": "passed",
        "test_fails": "failed",
        "test_setup": "error",
        "test_teardown": "error",
        "test_both": "failed",
        "test_no_fixture": "error",
        "test_skipped": "skipped",
        "test_xfails": "xfailed",
        "test_xpasses": "xpassed",
        "test_xpasses_strictly": "failed",
        "test_many[a-1]": "passed",
        "test_many[a-2]": "failed",
        "test_many[b-1]": "passed",
        "test_many[b-2]": "failed",
        "test_subtests": "failed",
        "test_skipped_subtest": "passed",
        "TestInClass::test_method": "failed",
        "TestCase::test_equal": "failed",
        "TestCase::test_subs": "failed",
        "TestCase::test_skip": "skipped",
        "TestCase::test_expected": "xfailed",
        "test_warns": "passed",
    }


def test_events_come_in_their_order(run: Run) -> None:
    kinds = [event["kind"] for event in run.events if event["kind"] != "output"]
    assert kinds == ["started", "collected", *["test"] * 22, "finished"]
    (collected,) = run.of_kind("collected")
    assert collected["count"] == 22
    assert collected["ids"][0] == "test_it.py::test_passes"
    assert [event["id"] for event in run.of_kind("test")] == collected["ids"]


def test_a_failed_assertion(run: Run) -> None:
    assert run.failure("test_fails") == {
        "phase": "call",
        "exceptionType": "AssertionError",
        "message": "assert 41 == 42",
        "frames": [{"file": "test_it.py", "line": 21, "function": "test_fails"}],
        # As pytest prints it, the first line's indentation included.
        "text": (
            "    def test_fails():\n"
            "        answer = 41\n"
            ">       assert answer == 42\n"
            "E       assert 41 == 42\n"
            "\n"
            "test_it.py:21: AssertionError"
        ),
    }


def test_phases(run: Run) -> None:
    assert run.failure("test_setup")["phase"] == "setup"
    assert run.failure("test_setup")["frames"][-1]["function"] == "broken_setup"
    assert run.failure("test_teardown")["phase"] == "teardown"
    both = run.failures("test_both")
    assert [(one["phase"], one["exceptionType"], one["message"]) for one in both] == [
        ("call", "ValueError", "first"),
        ("teardown", "OSError", "still no disk"),
    ]


def test_a_missing_fixture_names_it_and_the_others(run: Run) -> None:
    failure = run.failure("test_no_fixture")
    assert failure["phase"] == "setup"
    assert failure["exceptionType"] == "_pytest.fixtures.FixtureLookupError"
    first, available, *_ = failure["message"].splitlines()
    assert first == "fixture 'nowhere' not found"
    assert "broken_setup" in available


def test_reasons(run: Run) -> None:
    reasons = {event["id"].removeprefix("test_it.py::"): event["reason"] for event in run.of_kind("test")}
    assert reasons["test_skipped"] == "Skipped: not today"
    assert reasons["test_xfails"] == reasons["test_xpasses"] == "known bug"
    assert reasons["TestCase::test_skip"] == "Skipped: unittest skip"
    assert reasons["test_passes"] == ""


def test_a_strict_xpass_says_so(run: Run) -> None:
    failure = run.failure("test_xpasses_strictly")
    assert (failure["exceptionType"], failure["message"]) == ("Failed", "[XPASS(strict)] known bug")


def test_failed_subtests_are_told_one_by_one(run: Run) -> None:
    subtest, summary = run.failures("test_subtests")
    assert subtest["exceptionType"] == "AssertionError"
    assert subtest["message"] == "assert 2 < 2"
    assert subtest["text"].startswith("subtest [numbers] (number=2)\n")
    assert summary["message"] == "contains 1 failed subtest"
    assert run.failure("TestCase::test_subs")["text"].startswith("subtest (number=1)\n")


def test_the_inside_of_unittest_is_left_out(run: Run) -> None:
    assert [frame["file"] for frame in run.failure("TestCase::test_equal")["frames"]] == ["test_it.py"]


def test_fail_by_hand(run: Run) -> None:
    failure = run.failure("TestInClass::test_method")
    assert (failure["exceptionType"], failure["message"]) == ("Failed", "by hand")


def test_the_end(run: Run) -> None:
    assert run.finished["exitCode"] == 1
    assert run.finished["collected"] == 22
    assert run.finished["note"] == ""
    assert run.finished["skippedSeconds"] == 0
    assert run.finished["warnings"] == [
        {"category": "FutureWarning", "message": "watch out", "test": "test_it.py::test_warns"}
    ]


def test_a_file_that_can_not_be_imported() -> None:
    run = run_natively({
        "test_import.py": "import app.nowhere\n",
        "app/__init__.py": "",
        "test_syntax.py": "def test_a(:\n    pass\n",
        "test_skip.py": "import pytest\npytest.skip('no module', allow_module_level=True)\n",
        "test_good.py": "def test_good(): pass\n",
    })  # fmt: skip
    assert run.outcomes == {"test_import.py": "error", "test_skip.py": "skipped", "test_syntax.py": "error"}
    failure = run.failure("test_import.py")
    assert failure["phase"] == "collect"
    assert failure["exceptionType"] == "ModuleNotFoundError"
    assert failure["message"] == "No module named 'app.nowhere'"
    assert failure["frames"] == [{"file": "test_import.py", "line": 1, "function": "<module>"}]
    assert run.failure("test_syntax.py")["exceptionType"] == "SyntaxError"
    assert run.finished["exitCode"] == 2
    assert run.finished["collected"] == 1


def test_conftests_that_can_not_be_imported() -> None:
    first = run_natively({"conftest.py": "1 / 0\n", "test_a.py": "def test_a(): pass\n"})
    assert first.outcomes == {"conftest.py": "error"}
    failure = first.failure("conftest.py")
    assert (failure["exceptionType"], failure["message"]) == ("ZeroDivisionError", "division by zero")
    assert failure["frames"] == [{"file": "conftest.py", "line": 1, "function": "<module>"}]
    assert first.finished["exitCode"] == 4

    later = run_natively({"sub/conftest.py": "1 / 0\n", "sub/test_a.py": "def test_a(): pass\n"})
    assert later.outcomes == {"sub/conftest.py": "error"}
    assert later.failure("sub/conftest.py")["exceptionType"] == "ZeroDivisionError"
    assert later.finished["exitCode"] == 2


def test_nothing_to_run() -> None:
    run = run_natively("def helper(): pass\n")
    assert run.outcomes == {}
    assert (run.finished["exitCode"], run.finished["note"]) == (5, "")


def test_stop_at_the_first_failure() -> None:
    run = run_natively("def test_a(): assert 0\ndef test_b(): pass\n", "-x")
    assert run.outcomes == {"test_a": "failed"}
    assert (run.finished["exitCode"], run.finished["collected"], run.finished["note"]) == (1, 2, "")
