"""Runs folders natively, for verify: one process imports everything once and forks a child per run.

It reads one JSON object a line, `{root, out, arguments}`, and answers each with a line: `done`, or
a sentence about what went wrong. A run's events go to the file `out`, one JSON object a line, so
that nothing a test prints can be mistaken for them. A failing test is data; it is `done` too.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from .entry import run

#: Imported before the fork, so that a run pays for its own tests only.
WARM = ("celery", "celery.app.task", "celery.app.trace", "kombu.transport.memory", "httpx", "respx")
WARM_TOO = ("requests", "responses", "pytest_asyncio.plugin", "pytest_mock", "freezegun")


#: Runs one order in the forked child, then returns.
Child = Callable[[dict[str, Any]], None]


def main(child: Child | None = None) -> None:
    """Serve runs until the input ends."""
    for name in (*WARM, *WARM_TOO):
        importlib.import_module(name)
    sys.dont_write_bytecode = True
    limit = int(os.environ.get("RUN_LIMIT", "60"))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what tests write to file descriptor 1 must not be taken for an answer
    for line in sys.stdin:
        print(_serve(json.loads(line), limit, child or run_order), file=answers, flush=True)


def _serve(order: dict[str, Any], limit: int, child: Child) -> str:
    process = os.fork()
    if process == 0:
        signal.alarm(limit)
        # The folder of a run stands first, as in a terminal opened there.
        sys.path[0] = order["root"]
        child(order)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        return f"the run was ended by signal {os.WTERMSIG(status)} (limit: {limit} s)"
    return "done"


def run_order(order: dict[str, Any], skipped: Callable[[], float] = lambda: 0.0) -> None:
    """Run pytest in `root`; the events go to `out`."""
    # Bound here: a test may replace json.dumps.
    encode = json.JSONEncoder().encode
    with Path(order["out"]).open("w", encoding="utf-8") as out:
        run(Path(order["root"]), lambda event: _write(out, encode(event)), order["arguments"], skipped)


def _write(out: TextIO, line: str) -> None:
    out.write(f"{line}\n")


if __name__ == "__main__":
    main()
