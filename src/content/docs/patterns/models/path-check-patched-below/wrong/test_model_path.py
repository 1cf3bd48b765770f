from pathlib import Path
from unittest.mock import patch

from app.model_scripts.model_loader import ModelLoader


@patch("os.path.exists", return_value=True)
def test_model_path_resolution(exists):
    assert ModelLoader("/models").path("ner") == Path("/models/ner")
