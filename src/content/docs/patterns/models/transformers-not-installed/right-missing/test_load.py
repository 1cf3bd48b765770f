import sys

import pytest

from app.model_scripts.model_loader import ModelLoader, ModelUnavailable


def test_says_that_the_library_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "transformers", None)

    with pytest.raises(ModelUnavailable, match="model 'ner' can't be loaded"):
        ModelLoader().load("ner")
