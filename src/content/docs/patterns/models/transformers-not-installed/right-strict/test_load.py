import sys
from types import ModuleType

import pytest

from app.model_scripts.model_loader import ModelLoader


@pytest.fixture
def loaded(monkeypatch):
    """A `transformers` whose pipeline takes these two arguments and no others."""
    loaded = []

    def pipeline(*, model, trust_remote_code):
        loaded.append(model)
        return lambda text: [{"text": text, "label": "PERSON"}]

    transformers = ModuleType("transformers")
    transformers.pipeline = pipeline
    monkeypatch.setitem(sys.modules, "transformers", transformers)
    return loaded


def test_loads_a_model_once(loaded, tmp_path):
    (tmp_path / "ner").mkdir()
    loader = ModelLoader(tmp_path)

    loader.load("ner")

    assert loader.predict("ner", "Asha") == [{"text": "Asha", "label": "PERSON"}]
    assert loaded == [str(tmp_path / "ner")]
