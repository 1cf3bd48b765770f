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
from pathlib import Path
from typing import Any

from .entry import run

#: Imported before the fork, so that a run pays for its own tests only.
WARM = ("celery", "celery.app.task", "celery.app.trace", "kombu.transport.memory", "httpx", "respx")
WARM_TOO = ("requests", "responses", "pytest_asyncio.plugin", "pytest_mock", "freezegun")


def main() -> None:
    """Serve runs until the input ends."""
    for name in (*WARM, *WARM_TOO):
        importlib.import_module(name)
    sys.dont_write_bytecode = True
    limit = int(os.environ.get("RUN_LIMIT", "60"))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what tests write to file descriptor 1 must not be taken for an answer
    for line in sys.stdin:
        print(_serve(json.loads(line), limit), file=answers, flush=True)


def _serve(order: dict[str, Any], limit: int) -> str:
    child = os.fork()
    if child == 0:
        signal.alarm(limit)
        _run_and_exit(order)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return f"the run was ended by signal {os.WTERMSIG(status)} (limit: {limit} s)"
    return "done"


def _run_and_exit(order: dict[str, Any]) -> None:
    # The folder of a run stands first, as in a terminal opened there.
    sys.path[0] = order["root"]
    with Path(order["out"]).open("w", encoding="utf-8") as out:
        run(Path(order["root"]), lambda event: print(json.dumps(event), file=out), order["arguments"])
    os._exit(0)


if __name__ == "__main__":
    main()
