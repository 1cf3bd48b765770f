"""What a first run would do: some tests pass, some fail. An interpreter runs them before a reader has it."""

from __future__ import annotations

import asyncio
from typing import Any
from unittest.mock import AsyncMock, Mock, patch

import pytest
from celery import Celery


@pytest.fixture
def app() -> Any:
    """An app of its own, so that nothing of it stays."""
    made = Celery("warm-up", broker="memory://", backend="cache+memory://", set_as_current=False)
    made.conf.task_serializer = "json"
    return made


@pytest.fixture
def task(app: Any) -> Any:
    """A task bound to itself, as most that readers test are."""

    @app.task(bind=True, shared=False, name="warm-up")  # type: ignore[untyped-decorator]
    def task(self: Any, text: str, flat: bool = True) -> dict[str, Any]:
        return {"text": text, "task_id": self.request.id}

    return task


def test_passes(task: Any) -> None:
    """A task called both ways."""
    assert task.s("a").apply().get()["text"] == "a"
    assert task.run("a") == {"text": "a", "task_id": None}


def test_fails_in_celery(task: Any) -> None:
    """A traceback through Celery."""
    task(Mock(), "a", flat=True)


def test_fails_with_a_difference() -> None:
    """A difference of two values."""
    assert {"a": [1, 2]} == {"a": [1, 3]}


def test_message(task: Any) -> None:
    """A message to the broker in memory."""
    task.delay("a")


@pytest.mark.asyncio
async def test_async() -> None:
    """A loop of pytest-asyncio's."""
    await asyncio.sleep(0.01)
    assert await AsyncMock(return_value=1)() == 1


def test_patch(mocker: Any, monkeypatch: Any, tmp_path: Any) -> None:
    """The fixtures that most tests use."""
    with patch("os.getcwd", autospec=True) as where:
        where.return_value = "x"
    with pytest.raises(ValueError, match="x"):
        raise ValueError("x")
