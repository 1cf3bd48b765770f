from pathlib import Path

from app.model_scripts.model_loader import ModelLoader


def test_model_loader_initialization():
    loader = ModelLoader("/srv/models")

    assert loader.base_dir == Path("/srv/models")
    assert not any(loader.is_loaded(name) for name in loader.names())
