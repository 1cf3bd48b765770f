from __future__ import annotations

import io
from typing import Any

import pytest
from redgreen_testing.runs import run_natively

from .output import MOST_AT_ONCE, MOST_CHARACTERS, MOST_LINES, OutputBudget, output_stream


class Printing:
    """A budget whose events and clock are at hand."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.now = 0.0
        self.budget = OutputBudget(self.events.append, lambda: self.now)
        self.out = output_stream(self.budget, "stdout")
        self.err = output_stream(self.budget, "stderr")

    def finish(self) -> None:
        self.budget.finish()

    @property
    def head(self) -> str:
        return "".join(event["text"] for event in self.events if event["kind"] == "output")

    @property
    def tail(self) -> dict[str, Any]:
        return [event for event in self.events if event["kind"] == "output-tail"][-1]


@pytest.fixture
def printing() -> Printing:
    return Printing()


def test_order_streams_and_tests_are_kept(printing: Printing) -> None:
    printing.budget.begin("a")
    print("one", file=printing.out)
    print("two", file=printing.out)
    print("three", file=printing.err)
    print("no end of line", end="", file=printing.out)
    printing.budget.begin(None)
    print("outside", file=printing.out)
    printing.finish()
    assert [(event["stream"], event["text"], event["test"]) for event in printing.events] == [
        ("stdout", "one\n", "a"),
        ("stdout", "two\n", "a"),
        ("stderr", "three\n", "a"),
        ("stdout", "no end of line", "a"),
        ("stdout", "outside\n", None),
    ]


def test_a_few_prints_go_out_at_once(printing: Printing) -> None:
    for number in range(MOST_AT_ONCE):
        print("now", file=printing.out)
        assert len(printing.events) == number + 1


def test_a_flood_goes_out_in_batches(printing: Printing) -> None:
    for _ in range(MOST_AT_ONCE):
        print("now", file=printing.out)
    print("first", file=printing.out)
    assert len(printing.events) == MOST_AT_ONCE
    printing.now = 0.06
    print("second", file=printing.out)
    assert printing.events[-1]["text"] == "first\nsecond\n"


def test_what_pytest_prints_waits_until_code_of_the_readers_runs(printing: Printing) -> None:
    console = output_stream(printing.budget, "console")
    for word in ("test_it.py", " ", "."):
        console.write(word)
        console.flush()
    assert printing.events == []
    printing.budget.show()
    assert [event["text"] for event in printing.events] == ["test_it.py ."]
    print("after", file=console)
    print("mine", file=printing.out)
    assert [event["text"] for event in printing.events[1:]] == ["after\n", "mine\n"]


def test_a_batch_goes_out_when_it_is_long(printing: Printing) -> None:
    for _ in range(MOST_AT_ONCE):
        print("now", file=printing.out)
    for _ in range(10):
        print("x" * 2_000, file=printing.out)
    assert len(printing.events[-1]["text"]) == 9 * 2_001


def test_short_output_has_no_tail(printing: Printing) -> None:
    print("short", file=printing.out)
    printing.finish()
    assert [event["kind"] for event in printing.events] == ["output"]


def test_many_characters_keep_head_and_tail_and_count_the_rest(printing: Printing) -> None:
    for number in range(1000):
        print(f"{number:04}" + "x" * 995, file=printing.out)
    printing.finish()
    kept = MOST_CHARACTERS // 2
    assert len(printing.head) == kept
    assert printing.head.startswith("0000xxx")
    assert len(printing.tail["text"]) == kept
    assert printing.tail["text"].endswith("0999" + "x" * 995 + "\n")
    assert printing.tail["leftOutCharacters"] == 1_000_000 - MOST_CHARACTERS
    # 125 lines of the head, 125 of the tail.
    assert printing.tail["leftOutLines"] == 750


def test_many_lines_keep_head_and_tail_and_count_the_rest(printing: Printing) -> None:
    for number in range(30_000):
        print(number, file=printing.out)
    printing.finish()
    head, tail = printing.head.splitlines(), printing.tail["text"].splitlines()
    assert head == [str(number) for number in range(MOST_LINES // 2)]
    assert tail == [str(number) for number in range(30_000 - MOST_LINES // 2 + 1, 30_000)]
    assert len(head) + printing.tail["leftOutLines"] + len(tail) == 30_000
    everything = "".join(f"{number}\n" for number in range(30_000))
    kept = len(printing.head) + len(printing.tail["text"])
    assert kept + printing.tail["leftOutCharacters"] == len(everything)


def test_one_huge_print(printing: Printing) -> None:
    print("a" + "b" * 5_000_000 + "c", file=printing.out)
    printing.finish()
    assert printing.head[0] == "a"
    assert printing.tail["text"].endswith("c\n")
    assert len(printing.head) + len(printing.tail["text"]) == MOST_CHARACTERS
    assert printing.tail["leftOutCharacters"] == 5_000_003 - MOST_CHARACTERS


def test_the_tail_is_sent_now_and_then_only(printing: Printing) -> None:
    print("x" * MOST_CHARACTERS, file=printing.out)
    for number in range(1000):
        printing.budget.begin(f"test {number}")
        print("more", file=printing.out)
    printing.now = 1.0
    print("late", file=printing.out)
    printing.finish()
    assert len([event for event in printing.events if event["kind"] == "output-tail"]) == 2


def test_bytes_and_split_characters(printing: Printing) -> None:
    euro = "€".encode()
    printing.out.buffer.write(euro[:1])
    printing.out.buffer.write(euro[1:] + b"\xff\n")
    printing.finish()
    assert printing.head == "€\\xff\n"


def test_it_behaves_as_a_text_stream(printing: Printing) -> None:
    assert (printing.out.encoding, printing.out.isatty(), printing.out.writable()) == ("utf-8", False, True)
    with pytest.raises(TypeError, match="must be str, not int"):
        printing.out.write(5)  # type: ignore[arg-type] # what a reader's code may do
    with pytest.raises(UnicodeEncodeError):
        print("\ud800", file=printing.out)
    print("\ud800", file=printing.err)
    with pytest.raises(io.UnsupportedOperation):
        printing.out.fileno()
    printing.finish()
    assert printing.head == "\\ud800\n"


def test_a_closed_stream_is_left_alone(printing: Printing) -> None:
    print("before", file=printing.out)
    printing.out.close()
    printing.finish()
    assert printing.head == "before\n"


def test_what_a_run_prints_is_told_by_test_and_stream() -> None:
    run = run_natively("""
import logging, sys, pytest
print("while importing")
@pytest.fixture
def noisy():
    print("set up")
    yield
    print("torn down", file=sys.stderr)
def test_a(noisy): print("in a")
def test_b(): print("in b"); logging.warning("logged")
def test_read(capsys):
    print("taken")
    assert capsys.readouterr().out == "taken\\n"
""")
    assert run.printed("stdout", "test_a") == "set up\nin a\n"
    assert run.printed("stderr", "test_a") == "torn down\n"
    assert run.printed("stdout", "test_b") == "in b\n"
    assert run.printed("stdout", "test_read") == ""
    assert run.printed("stdout") == "while importing\n"
    assert "3 passed" in run.console


def test_a_hundred_megabytes_leave_the_verdict_alone() -> None:
    run = run_natively("""
def test_flood():
    for _ in range(1000):
        print("x" * 100_000)
    assert False
""")
    assert run.outcomes == {"test_flood": "failed"}
    tail = run.of_kind("output-tail")[-1]
    assert tail["leftOutCharacters"] > 99_000_000
    assert sum(len(event["text"]) for event in run.of_kind("output")) <= MOST_CHARACTERS // 2 + 10
    # pytest's own report comes last, so it is in the tail.
    assert "1 failed" in tail["text"]
