"""Runs pytest once over a folder of files and sends what happens as events."""

from __future__ import annotations

import builtins
import contextlib
import functools
import importlib.metadata
import json
import os
import platform
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

import pytest

from .completeness import INTERNAL_ERROR
from .events import Emit
from .failures import message_of
from .output import OutputBudget, output_stream
from .plugin import EventsPlugin
from .restored import put_back_files

#: Packages whose versions a verdict depends on.
NAMED_PACKAGES = ("celery", "kombu", "pytest", "pytest-asyncio", "pytest-mock", "httpx", "requests")

#: No cache folder in the run's root, and no colours: a result must not depend on the run before.
ARGUMENTS = (
    "-p",
    "no:cacheprovider",
    "--color=no",
    "--capture=no",
    # A warm interpreter has the plugins imported already; that is our doing, not the reader's.
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)


@functools.cache
def versions() -> dict[str, str]:
    """Return the versions that produced a result, by name.

    Looking them up takes long, and a warm interpreter has done it.
    """
    found = {"python": platform.python_version()}
    pyodide = sys.modules.get("pyodide")
    if pyodide is not None:
        found["pyodide"] = str(pyodide.__version__)
    for name in NAMED_PACKAGES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Lay the files into the run's root; a path may not leave it."""
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            message = f"the file name {name!r} leads out of the run's folder"
            raise ValueError(message)
    for folder in {(root / name).parent for name in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")


@contextlib.contextmanager
def inside(root: Path) -> Iterator[None]:
    """Make `root` the working directory, as in a terminal opened there."""
    before = Path.cwd()
    os.chdir(root)
    try:
        yield
    finally:
        os.chdir(before)


@contextlib.contextmanager
def whole_builtins() -> Iterator[None]:
    """Put the builtins back as they were: a test may take some away, and the report needs them."""
    before = dict(vars(builtins))
    try:
        yield
    finally:
        vars(builtins).update(before)


def run(
    root: Path, emit: Emit, arguments: Sequence[str] = (), skipped: Callable[[], float] = lambda: 0.0
) -> int:
    """Run pytest in `root` and return its exit code; every event went through `emit`.

    `arguments` are pytest's own: test files in the order to run them, or options. `skipped` tells
    how many seconds of waiting the run was spared so far.
    """
    # A restored memory snapshot would draw the same numbers in every run.
    random.seed()
    emit({"kind": "started", "versions": versions()})
    budget = OutputBudget(emit)
    plugin = EventsPlugin(emit, budget, str(root.resolve()))
    exit_code, note = INTERNAL_ERROR, ""
    try:
        with inside(root), whole_builtins():
            exit_code = _run_pytest(budget, [*ARGUMENTS, f"--rootdir={root}", *arguments], plugin)
    except BaseException as problem:  # noqa: BLE001 - the reader's code can break anything down
        note = f"pytest itself broke down: {type(problem).__name__}: {message_of(problem)}"
    plugin.finish(exit_code, skipped(), note)
    return exit_code


def _run_pytest(budget: OutputBudget, arguments: list[str], plugin: EventsPlugin) -> int:
    # pytest's terminal reporter takes this stream for good; the plugin then swaps it for the tests.
    console = output_stream(budget, "console")
    with contextlib.redirect_stdout(console), contextlib.redirect_stderr(console):
        return int(pytest.main(arguments, plugins=[plugin]))


def run_in_browser(
    request: str, send: Callable[[str], None], skip: Callable[[float], None] = lambda _seconds: None
) -> None:
    """Run one request from JavaScript: `{root, files, arguments}` as JSON; events go out as JSON.

    `skip` moves the machine's clocks ahead, by seconds; see `clock.py`.
    """
    from .browser_loop import virtual_loops  # noqa: PLC0415 - a native run needs none of it

    asked = json.loads(request)
    root = Path(asked["root"])
    root.mkdir(parents=True)
    write_files(root, asked["files"])
    put_back_files()
    # Bytecode of a reader's files would be read by nobody: each run has a fresh interpreter.
    sys.dont_write_bytecode = True
    # Bound here: a test may replace json.dumps.
    encode = json.JSONEncoder().encode
    with virtual_loops(skip) as clock:
        run(root, lambda event: send(encode(event)), asked["arguments"], lambda: clock.skipped)
