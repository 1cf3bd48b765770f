from unittest.mock import create_autospec, patch

import pytest

from app import api
from app.model_scripts.model_loader import ModelLoader
from app.settings import settings


def test_version_is_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "app_version", "v2.0.0")

    assert api.get("/version") == (200, {"version": "v2.0.0"})


def test_models_tells_which_are_loaded() -> None:
    loader = ModelLoader()
    loader.pipes["ner"] = lambda text: [text]

    with patch.dict(api.overrides, {api.get_loader: lambda: loader}):
        status, body = api.get("/models")

    assert status == 200
    assert [name for name, loaded in body["models"].items() if loaded] == ["ner"]
    assert len(body["models"]) == 5


def test_models_asks_the_process_loader_by_default() -> None:
    assert api.get("/models") == (200, {"models": dict.fromkeys(api.get_loader().names(), False)})


def test_no_models_is_service_unavailable() -> None:
    nothing = create_autospec(ModelLoader, instance=True, spec_set=True)
    nothing.names.return_value = []

    with patch.dict(api.overrides, {api.get_loader: lambda: nothing}):
        assert api.get("/models") == (503, {"detail": "no models configured"})


def test_unknown_path_is_not_found() -> None:
    assert api.get("/calls") == (404, {"detail": "no route /calls"})
