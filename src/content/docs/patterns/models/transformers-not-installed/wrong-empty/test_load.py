import sys
from types import ModuleType
from unittest.mock import patch

from app.model_scripts.model_loader import ModelLoader


def test_loads_a_model_once(tmp_path):
    (tmp_path / "ner").mkdir()
    loader = ModelLoader(tmp_path)

    with patch.dict(sys.modules, {"transformers": ModuleType("transformers")}):
        assert loader.load("ner") is loader.load("ner")
