"""Warms an interpreter up before its memory is kept as a snapshot.

What a first run would import, compile and set up is then there when the snapshot is restored.
Nothing of the warm-up itself may stay: the reader's run must find what a fresh process has.
"""

from __future__ import annotations

import gc
import importlib
import importlib.resources
import linecache
import shutil
import sys
from pathlib import Path
from typing import Any

from .browser_loop import virtual_loops
from .entry import run, write_files

#: Imported by examples sooner or later; in memory they cost nothing at run time.
MODULES = (
    "celery",
    "celery.app.amqp",
    "celery.app.builtins",
    "celery.app.trace",
    "celery.backends.cache",
    "celery.canvas",
    "celery.contrib.pytest",
    "celery.result",
    "kombu.serialization",
    "kombu.transport.memory",
    "asyncio.streams",
    "freezegun",
    "httpx",
    "pytest_asyncio.plugin",
    "pytest_mock",
    "requests",
    "respx",
    "unittest.mock",
    "_pytest.pytester",
    "zoneinfo",
    "dataclasses",
    "importlib.metadata",
    "logging.config",
    "wave",
    "redgreen_runner.containers",
)

ROOT = Path("/home/pyodide/warm-up")

#: The file of tests, in this package under a name that pytest does not collect.
SESSION = "warm_up_session.py"
CONFIGURATION = "[pytest]\nasyncio_default_fixture_loop_scope = function\n"


def warm_up() -> None:
    """Import what examples import, and run a session."""
    for name in MODULES:
        importlib.import_module(name)
    run_session()


def run_session() -> None:
    """Run one small session, and take away every trace of it; what it imports and caches stays."""
    before = _state()
    with virtual_loops():
        session = importlib.resources.files(__package__).joinpath(SESSION).read_text("utf-8")
        write_files(ROOT, {"pytest.ini": CONFIGURATION, "test_warm_up.py": session})
        run(ROOT, lambda _event: None)
    _restore(before)
    shutil.rmtree(ROOT)
    sys.path_importer_cache.pop(str(ROOT), None)
    linecache.checkcache()


def settle() -> None:
    """Do the last thing before the snapshot.

    pytest collects garbage several times a run, and need not walk the whole imported heap each time.
    """
    for _ in range(3):
        gc.collect()
    gc.freeze()


def _state() -> dict[str, object]:
    celery_state: Any = importlib.import_module("celery._state")
    return {
        "modules": set(sys.modules),
        "path": list(sys.path),
        "finalizers": set(celery_state._on_app_finalizers),
    }


def _restore(before: dict[str, object]) -> None:
    celery_state: Any = importlib.import_module("celery._state")
    # Library modules that the session imported on its way stay: they are what warming up is for.
    for name in [name for name in sys.modules if name.startswith(("test_warm_up", "conftest"))]:
        del sys.modules[name]
    sys.path[:] = before["path"]  # type: ignore[call-overload]
    celery_state._on_app_finalizers.intersection_update(before["finalizers"])
