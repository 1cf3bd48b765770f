from types import SimpleNamespace

from app import api
from app.settings import settings


def test_feedback_names_the_version(monkeypatch):
    monkeypatch.setattr(settings, "app_version", "0.1.0")

    assert api.get("/version") == (200, {"version": "0.1.0"})


def test_no_models_is_service_unavailable(monkeypatch):
    monkeypatch.setitem(api.overrides, api.get_loader, lambda: SimpleNamespace(names=list))

    status, _body = api.get("/models")

    assert status == 503
