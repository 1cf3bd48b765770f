"""The plugin in real runs of pytest: what it writes, and when."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import redgreen_collect

pytest_plugins = ["pytester"]

HERE = Path(__file__).parent
SUITE = """
import pytest

def test_pass():
    pass

def test_fail():
    assert False

@pytest.mark.slow
@pytest.mark.parametrize("value", ["a::b", "c"])
def test_slow(value):
    pass

@pytest.mark.xfail(reason="mended meanwhile")
def test_unexpected():
    pass
"""


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    monkeypatch.delenv("REDGREEN_COLLECTED", raising=False)
    pytester.makeini("[pytest]\nmarkers = slow: takes a while\n")
    pytester.makepyfile(test_suite=SUITE)
    return pytester


def run(suite: pytest.Pytester, *arguments: str) -> dict[str, Any]:
    suite.runpytest_subprocess("-p", "redgreen_collect", "-p", "no:cacheprovider", *arguments)
    document: dict[str, Any] = json.loads((suite.path / "redgreen-collected.json").read_text("utf-8"))
    return document


def test_names_all_that_was_collected(suite: pytest.Pytester) -> None:
    document = run(suite)
    assert document["collected"] == [
        "test_suite.py::test_fail",
        "test_suite.py::test_pass",
        "test_suite.py::test_slow[a::b]",
        "test_suite.py::test_slow[c]",
        "test_suite.py::test_unexpected",
    ]
    assert document["deselected"] == []
    assert document["exitCode"] == 1
    assert (document["redgreen"], document["version"]) == ("collected", 1)


def test_names_what_was_left_out(suite: pytest.Pytester) -> None:
    document = run(suite, "-m", "not slow", "-k", "not test_fail")
    assert document["collected"] == ["test_suite.py::test_pass", "test_suite.py::test_unexpected"]
    assert document["deselected"] == [
        "test_suite.py::test_fail",
        "test_suite.py::test_slow[a::b]",
        "test_suite.py::test_slow[c]",
    ]


def test_names_all_though_the_run_stops_early(suite: pytest.Pytester) -> None:
    assert len(run(suite, "--maxfail=1")["collected"]) == 5


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), ["."]),
        (("test_suite.py",), ["test_suite.py"]),
        (("test_suite.py::test_pass",), ["test_suite.py::test_pass"]),
    ],
)
def test_says_what_pytest_was_told_from_the_root_on(
    suite: pytest.Pytester, arguments: tuple[str, ...], told: list[str]
) -> None:
    assert run(suite, *arguments)["arguments"] == told
    absolute = [str(suite.path / argument) for argument in arguments]
    assert run(suite, *absolute)["arguments"] == told


def test_says_how_a_broken_collection_ends(suite: pytest.Pytester) -> None:
    suite.makepyfile(test_broken="raise ImportError('no module')")
    assert run(suite)["exitCode"] == 2


def test_marks_an_unexpected_pass_in_the_report(suite: pytest.Pytester) -> None:
    run(suite, "--junitxml=report.xml")
    report = (suite.path / "report.xml").read_text("utf-8")
    mark = '<property name="redgreen_outcome" value="xpassed" />'
    assert report.count(mark) == 1
    assert mark in report.split('name="test_unexpected"')[1]


def test_writes_where_it_is_told_to(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDGREEN_COLLECTED", "shards/1.json")
    suite.runpytest_subprocess("-p", "redgreen_collect")
    assert (suite.path / "shards" / "1.json").exists()
    assert not (suite.path / "redgreen-collected.json").exists()


def test_a_run_that_is_killed_leaves_no_exit_code(suite: pytest.Pytester) -> None:
    suite.makepyfile(test_killed="import os\n\ndef test_killed():\n    os._exit(137)\n")
    document = run(suite)
    assert document["exitCode"] is None
    assert len(document["collected"]) == 6


def test_takes_over_what_workers_of_xdist_collected() -> None:
    class Config(SimpleNamespace):
        stash: pytest.Stash

    config = Config(stash=pytest.Stash())
    redgreen_collect.pytest_configure(config)  # type: ignore[arg-type] # as much of one as is used
    told = {redgreen_collect.WORKER_KEY: [["a.py::x", "a.py::y"], ["a.py::z"]]}
    for output in (told, told, {}):
        redgreen_collect.pytest_testnodedown(SimpleNamespace(config=config, workeroutput=output), None)
    redgreen_collect.pytest_testnodedown(SimpleNamespace(config=config), "crashed")
    collected = config.stash[redgreen_collect.KEY]
    assert collected.selected == {"a.py::x", "a.py::y"}
    assert collected.deselected == {"a.py::z"}
