import sys
from unittest.mock import MagicMock, patch

from app.model_scripts.model_loader import ModelLoader


def test_loads_a_model_once(tmp_path):
    (tmp_path / "ner").mkdir()
    loader = ModelLoader(tmp_path)
    transformers = MagicMock()

    with patch.dict(sys.modules, {"transformers": transformers}):
        first, second = loader.load("ner"), loader.load("ner")

    assert first is second is transformers.pipeline.return_value
    transformers.pipeline.assert_called_once_with(
        model=str(tmp_path / "ner"), trust_remote_code=True
    )
