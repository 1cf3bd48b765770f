from __future__ import annotations

from typing import Any

import pytest
from redgreen_testing.runs import Run, run_natively

from .failures import describe, exception_name, message_of, short_name, shorten

HOSTILE = """
import pytest

class SilentError(Exception):
    def __str__(self):
        raise RuntimeError("no words")

class HugeRepr:
    def __repr__(self):
        return "r" * 10_000_000

class NoRepr:
    def __repr__(self):
        raise RuntimeError("no repr")

def test_silent():
    raise SilentError

def test_huge_repr():
    assert HugeRepr() == HugeRepr()

def test_no_repr():
    thing = NoRepr()
    assert thing is None

def test_recursion():
    def deeper(n):
        return deeper(n + 1)
    deeper(0)

def test_long_message():
    raise ValueError("start" + "x" * 10_000_000 + "end")

def test_chain():
    try:
        {}["key"]
    except KeyError as problem:
        raise ValueError("outer") from problem

def test_notes():
    problem = ValueError("noted")
    problem.add_note("a note")
    raise problem

def test_group():
    raise ExceptionGroup("several", [ValueError("one"), TypeError("two")])

def test_multiline():
    assert ["a", "b"] == ["a", "c"]

def test_unicode():
    raise ValueError("caf\\xe9 \\ud800 \\U0001F600 \\x00")

def test_base_exception():
    raise GeneratorExit("base")
"""


@pytest.fixture(scope="module")
def run() -> Run:
    return run_natively(HOSTILE)


def test_every_hostile_exception_is_a_failure(run: Run) -> None:
    assert len(run.outcomes) == 11
    assert set(run.outcomes.values()) == {"failed"}
    assert (run.finished["exitCode"], run.finished["note"]) == (1, "")


def test_an_exception_without_words(run: Run) -> None:
    failure = run.failure("test_silent")
    assert failure["exceptionType"] == "test_it.SilentError"
    assert failure["message"] == "<its __str__ raised RuntimeError>"
    assert failure["frames"][-1]["function"] == "test_silent"


def test_a_deep_recursion_keeps_its_ends(run: Run) -> None:
    failure = run.failure("test_recursion")
    assert failure["exceptionType"] == "RecursionError"
    assert len(failure["frames"]) == 60
    assert failure["frames"][0]["function"] == "test_recursion"
    assert failure["frames"][-1]["function"] == "deeper"


def test_a_long_message_keeps_its_ends(run: Run) -> None:
    message = run.failure("test_long_message")["message"]
    assert message.startswith("startxxx")
    assert message.endswith("xxxend")
    assert len(message) < 21_000


def test_a_huge_repr_is_cut(run: Run) -> None:
    assert len(run.failure("test_huge_repr")["text"]) < 21_000


def test_chains_notes_and_groups_are_in_the_text(run: Run) -> None:
    chain = run.failure("test_chain")
    assert (chain["exceptionType"], chain["message"]) == ("ValueError", "outer")
    assert "KeyError: 'key'" in chain["text"]
    assert run.failure("test_notes")["message"] == "noted"
    assert "a note" in run.failure("test_notes")["text"]
    group = run.failure("test_group")
    assert group["exceptionType"] == "ExceptionGroup"
    assert "TypeError: two" in group["text"]


def test_every_line_of_a_diff_is_kept(run: Run) -> None:
    assert "At index 1 diff: 'b' != 'c'" in run.failure("test_multiline")["message"]


def test_odd_characters_arrive(run: Run) -> None:
    assert run.failure("test_unicode")["message"] == "caf\xe9 \ud800 \U0001f600 \x00"


BREAKS_PYTEST = """
class LyingError(Exception):
    @property
    def __cause__(self):
        raise RuntimeError("no cause")

class Meta(type):
    def __getattribute__(cls, name):
        if name == "__qualname__":
            raise RuntimeError("no name")
        return super().__getattribute__(name)

class NamelessError(Exception, metaclass=Meta):
    pass

def test_LyingError():
    raise LyingError

def test_NamelessError():
    raise NamelessError
"""


@pytest.mark.parametrize("name", ["LyingError", "NamelessError"])
def test_an_exception_that_breaks_pytest_itself_is_still_its_test_s(name: str) -> None:
    run = run_natively(BREAKS_PYTEST, "-k", name)
    assert run.outcomes == {f"test_{name}": "error"}
    failure = run.failure(f"test_{name}")
    assert failure["phase"] == "call"
    assert "RuntimeError" in (failure["exceptionType"], failure["text"].splitlines()[-1].split(":")[0])
    assert run.finished["exitCode"] == 3


def test_describing_such_an_exception_loses_only_details() -> None:
    names: dict[str, Any] = {}
    exec(BREAKS_PYTEST, names)
    for name in ("LyingError", "NamelessError"):
        with pytest.raises(names[name]) as caught:
            names[f"test_{name}"]()
        failure = describe(caught, "call", "its text", "/nowhere")
        assert (failure["phase"], failure["text"]) == ("call", "its text")


def test_mocks_that_are_in_place_do_not_reach_the_report() -> None:
    run = run_natively("""
import pytest
from unittest.mock import patch

@pytest.mark.parametrize("target", [
    "json.dumps", "time.perf_counter", "time.monotonic", "builtins.open",
    "os.path.exists", "builtins.print", "zlib.crc32", "json.JSONEncoder.encode", "io.open",
    "time.time",
])
def test_mocked(target, request):
    patcher = patch(target, side_effect=AssertionError("the runner called a mock"))
    patcher.start()
    request.addfinalizer(patcher.stop)
    import sys
    sys.stdout.write("printed\\n")
    raise ValueError(target)
""")
    assert len(run.outcomes) == 10
    for name in run.outcomes:
        target = name.removeprefix("test_mocked[").removesuffix("]")
        failure = run.failure(name)
        assert (failure["exceptionType"], failure["message"]) == ("ValueError", target)
        assert failure["frames"][-1]["file"] == "test_it.py"
        assert run.printed("stdout", name) == "printed\n"


def test_frames_begin_with_the_reader_and_end_where_it_broke() -> None:
    run = run_natively({
        "app.py": "import json\ndef load(text):\n    return json.loads(text)\n",
        "test_it.py": "import app\ndef test_it():\n    app.load('{')\n",
    })  # fmt: skip
    frames = run.failure("test_it")["frames"]
    assert [(frame["file"], frame["function"]) for frame in frames[:2]] == [
        ("test_it.py", "test_it"),
        ("app.py", "load"),
    ]
    assert frames[-1]["file"] == "json/decoder.py"


def test_shorten() -> None:
    assert shorten("short", 10) == "short"
    assert shorten("0123456789abcdef", 10) == "01234\n… 6 characters left out …\nbcdef"


def test_short_names_stay_different() -> None:
    one, other = short_name("n" * 5000 + "a"), short_name("n" * 5000 + "b")
    assert one != other
    assert len(one) < 1_000
    assert short_name("\ud800" * 2_000) == short_name("\ud800" * 2_000)


def test_exception_names() -> None:
    assert exception_name(TypeError) == "TypeError"
    assert exception_name(pytest.fail.Exception) == "Failed"
    assert exception_name(UnicodeDecodeError) == "UnicodeDecodeError"


def test_message_of() -> None:
    assert message_of(KeyError("key")) == "'key'"
    assert message_of(ValueError()) == ""
