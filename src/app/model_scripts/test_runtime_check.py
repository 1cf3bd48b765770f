import sys
from types import ModuleType

import pytest

from app.model_scripts.runtime_check import REQUIRED_TASKS, missing_tasks


def install(monkeypatch: pytest.MonkeyPatch, tasks: list[str]) -> None:
    """Put a `transformers` with these pipeline tasks in place."""
    pipelines = ModuleType("transformers.pipelines")
    pipelines.get_supported_tasks = lambda: tasks  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "transformers", ModuleType("transformers"))
    monkeypatch.setitem(sys.modules, "transformers.pipelines", pipelines)


def test_nothing_is_missing_from_a_full_library(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, [*REQUIRED_TASKS, "image-to-text"])

    assert missing_tasks() == []


def test_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, ["text-classification", "token-classification"])

    assert missing_tasks() == ["automatic-speech-recognition", "translation"]


def test_no_library_is_an_import_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "transformers", None)

    with pytest.raises(ImportError, match="transformers"):
        missing_tasks()
