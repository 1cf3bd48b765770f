import pytest

from app.model_scripts.model_loader import ModelLoader


def test_model_path_resolution(tmp_path):
    (tmp_path / "ner").mkdir()

    assert ModelLoader(tmp_path).path("ner") == tmp_path / "ner"


def test_missing_model(tmp_path):
    with pytest.raises(FileNotFoundError, match="model 'ner' not found"):
        ModelLoader(tmp_path).path("ner")


def test_a_file_is_no_model(tmp_path):
    (tmp_path / "ner").touch()

    with pytest.raises(FileNotFoundError, match="model 'ner' not found"):
        ModelLoader(tmp_path).path("ner")
