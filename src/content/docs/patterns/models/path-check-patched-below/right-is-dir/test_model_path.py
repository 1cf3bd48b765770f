from pathlib import Path
from unittest.mock import patch

from app.model_scripts.model_loader import ModelLoader


def test_model_path_resolution():
    with patch.object(Path, "is_dir", autospec=True, return_value=True) as is_dir:
        folder = ModelLoader("/models").path("ner")

    assert folder == Path("/models/ner")
    is_dir.assert_called_once_with(Path("/models/ner"))
