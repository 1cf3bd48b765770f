"""Runs pytest once over a folder of files and sends what happens as events."""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from .events import Emit
from .output import OutputBudget, OutputStream
from .plugin import EventsPlugin

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


def versions() -> dict[str, str]:
    """Return the versions that produced a result, by name."""
    found = {"python": platform.python_version()}
    for name in NAMED_PACKAGES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Lay the files into the run's root; a path may not leave it."""
    for name, text in files.items():
        target = (root / name).resolve()
        if not target.is_relative_to(root.resolve()):
            message = f"the file name {name!r} leads out of the run's folder"
            raise ValueError(message)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


@contextlib.contextmanager
def inside(root: Path) -> Iterator[None]:
    """Make `root` the working directory, as in a terminal opened there."""
    before = Path.cwd()
    os.chdir(root)
    try:
        yield
    finally:
        os.chdir(before)


def run(root: Path, emit: Emit, arguments: Sequence[str] = ()) -> int:
    """Run pytest in `root` and return its exit code; every event went through `emit`.

    `arguments` are pytest's own: test files in the order to run them, or options.
    """
    emit({"kind": "started", "versions": versions()})
    budget = OutputBudget(emit)
    # pytest's terminal reporter takes this stream for good; the plugin then swaps it for the tests.
    console = cast("Any", OutputStream(budget, "console"))
    with inside(root), contextlib.redirect_stdout(console), contextlib.redirect_stderr(console):
        plugin = EventsPlugin(emit, budget, root.resolve())
        exit_code = pytest.main([*ARGUMENTS, f"--rootdir={root}", *arguments], plugins=[plugin])
    plugin.finish(exit_code)
    return int(exit_code)


def run_in_browser(request: str, send: Callable[[str], None]) -> None:
    """Run one request from JavaScript: `{root, files, arguments}` as JSON; events go out as JSON."""
    from .browser_loop import virtual_loops  # noqa: PLC0415 - needs Python 3.14's asyncio

    asked = json.loads(request)
    root = Path(asked["root"])
    root.mkdir(parents=True)
    write_files(root, asked["files"])
    # Bytecode of a reader's files would be read by nobody: each run has a fresh interpreter.
    sys.dont_write_bytecode = True
    with virtual_loops():
        run(root, lambda event: send(json.dumps(event)), asked["arguments"])
