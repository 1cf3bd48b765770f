from pathlib import Path

from app.model_scripts import model_loader


def test_default_model_dir(monkeypatch):
    monkeypatch.setattr(model_loader, "DEFAULT_DIR", "/srv/models")

    assert model_loader.ModelLoader().base_dir == Path("/srv/models")
