from unittest.mock import patch

from app.model_scripts.model_loader import ModelLoader


@patch("transformers.pipeline")
def test_loads_a_model_once(pipeline, tmp_path):
    (tmp_path / "ner").mkdir()
    loader = ModelLoader(tmp_path)

    assert loader.load("ner") is loader.load("ner")
