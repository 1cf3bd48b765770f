"""Warms an interpreter up before its memory is kept as a snapshot.

What a first run would import, compile and set up is then there when the snapshot is restored.
Nothing of the warm-up itself may stay: the reader's run must find what a fresh process has.
"""

from __future__ import annotations

import gc
import importlib
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
    "coverage",
    "freezegun",
    "httpx",
    "pytest_asyncio.plugin",
    "pytest_mock",
    "requests",
    "responses",
    "respx",
    "unittest.mock",
    "_pytest.pytester",
    "zoneinfo",
    "dataclasses",
    "importlib.metadata",
    "logging.config",
    "wave",
)

ROOT = Path("/home/pyodide/warm-up")

FILES = {
    "pytest.ini": "[pytest]\nasyncio_default_fixture_loop_scope = function\n",
    "test_warm_up.py": """
import asyncio
from unittest.mock import AsyncMock, Mock, patch

import pytest
from celery import Celery


@pytest.fixture
def app():
    made = Celery("warm-up", broker="memory://", backend="cache+memory://", set_as_current=False)
    made.conf.task_serializer = "json"
    return made


@pytest.fixture
def task(app):
    @app.task(bind=True, shared=False, name="warm-up")
    def task(self, text, flat=True):
        return {"text": text, "task_id": self.request.id}

    return task


def test_passes(task):
    assert task.s("a").apply().get()["text"] == "a"
    assert task.run("a") == {"text": "a", "task_id": None}


def test_fails_in_celery(task):
    task(Mock(), "a", flat=True)


def test_fails_with_a_difference():
    assert {"a": [1, 2]} == {"a": [1, 3]}


def test_message(task, app):
    task.delay("a")


@pytest.mark.asyncio
async def test_async():
    await asyncio.sleep(0.01)
    assert await AsyncMock(return_value=1)() == 1


def test_patch(mocker, monkeypatch, tmp_path):
    with patch("os.getcwd", autospec=True) as where:
        where.return_value = "x"
    with pytest.raises(ValueError, match="x"):
        raise ValueError("x")
""",
}


def warm_up() -> None:
    """Import, run one small session, and take away every trace of it."""
    for name in MODULES:
        importlib.import_module(name)
    before = _state()
    with virtual_loops():
        write_files(ROOT, FILES)
        run(ROOT, lambda _event: None)
    _restore(before)
    shutil.rmtree(ROOT)
    sys.path_importer_cache.pop(str(ROOT), None)
    linecache.checkcache()
    for _ in range(3):
        gc.collect()
    # The last thing before the snapshot: pytest collects garbage several times a run, and need not
    # walk the whole imported heap each time.
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
