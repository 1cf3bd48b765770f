"""A pytest plugin that tells `redgreen feed publish` which tests pytest collected.

A JUnit file does not say how many tests there were: a run with ``--maxfail=5`` or one that was
killed looks like a small suite. With this file beside the report the publisher knows whether a
test is missing because it was removed, or because the run never came to it.

Use it by putting this file where Python finds it (the root of the repository will do) and running::

    python -m pytest -p redgreen_collect --junitxml=report.xml

It writes ``redgreen-collected.json`` into the current folder; the environment variable
``REDGREEN_COLLECTED`` names another path, which shards of one run need. It works with pytest-xdist,
and it marks tests that pass although ``xfail`` expected a failure, which a JUnit file cannot say.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest

WORKER_KEY = "redgreen_collect"
"""Where a pytest-xdist worker leaves its figures for the controller."""


class Collected:
    """What one session collected, written once after the collection and once at the end.

    The first writing has no exit code: a file that still has none belongs to a run that was killed.
    """

    def __init__(self, config: pytest.Config) -> None:
        """Start with nothing collected."""
        self.config = config
        self.selected: set[str] = set()
        self.deselected: set[str] = set()

    def relative(self, argument: str) -> str:
        """Give an argument from the root folder on, so that it reads the same on every machine."""
        path, separator, test = argument.partition("::")
        place = (self.config.invocation_params.dir / path).resolve()
        root = self.config.rootpath.resolve()
        name = place.relative_to(root).as_posix() if place.is_relative_to(root) else path
        return f"{name}{separator}{test}"

    def write(self, exit_code: int | None) -> None:
        """Write the file, through a temporary one so that nobody reads half of it."""
        target = Path(os.environ.get("REDGREEN_COLLECTED", "redgreen-collected.json"))
        text = json.dumps(
            {
                "redgreen": "collected",
                "version": 1,
                "collected": sorted(self.selected),
                "deselected": sorted(self.deselected),
                "arguments": [self.relative(argument) for argument in self.config.args],
                "exitCode": exit_code,
                "pytest": pytest.__version__,
            },
            indent=1,
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
        temporary.write_text(text + "\n", encoding="utf-8")
        temporary.replace(target)


KEY = pytest.StashKey[Collected]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin a session."""
    config.stash[KEY] = Collected(config)


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Remember what `-k`, `-m` or `--deselect` took out: such a test is absent, not gone."""
    for item in items:
        item.config.stash[KEY].deselected.add(item.nodeid)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note what will run."""
    collected = session.config.stash[KEY]
    collected.selected.update(item.nodeid for item in session.items)
    output = getattr(session.config, "workeroutput", None)
    if output is None:
        collected.write(exit_code=None)
    else:
        output[WORKER_KEY] = [sorted(collected.selected), sorted(collected.deselected)]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Take over what a pytest-xdist worker collected; one that crashed has told nothing."""
    told = getattr(node, "workeroutput", {}).get(WORKER_KEY)
    if told is not None:
        collected = node.config.stash[KEY]
        collected.selected.update(told[0])
        collected.deselected.update(told[1])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Write the final figures with pytest's exit code."""
    if not hasattr(session.config, "workerinput"):
        session.config.stash[KEY].write(exit_code=int(exitstatus))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Mark an unexpected pass: in a JUnit file it looks like any other pass."""
    report = yield
    if call.when == "call" and report.passed and hasattr(report, "wasxfail"):
        item.user_properties.append(("redgreen_outcome", "xpassed"))
    return report
