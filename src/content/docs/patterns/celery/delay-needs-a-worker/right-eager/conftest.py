from unittest.mock import patch

import pytest

from app.celery_app import celery_app


@pytest.fixture
def models():
    """Stands in for the model loader: no test loads a real model."""
    with patch("app.model_scripts.model_loader.model_loader", autospec=True) as loader:
        yield loader


@pytest.fixture
def eager(monkeypatch):
    """Makes delay() run the task here and now, and raise what it raises."""
    monkeypatch.setitem(celery_app.conf, "task_always_eager", True)
    monkeypatch.setitem(celery_app.conf, "task_eager_propagates", True)
