from unittest.mock import patch

from app.model_scripts.model_loader import ModelLoader


def test_model_loader_initialization():
    with patch.object(ModelLoader, "__init__"):
        loader = ModelLoader()

    assert isinstance(loader, ModelLoader)
