from pathlib import Path
from unittest.mock import patch

import pytest

from app.model_scripts.model_loader import ModelLoader


@pytest.mark.parametrize("below", ["os.path.exists", "os.path.isdir"])
def test_model_path_resolution(below):
    with patch(below, return_value=True):
        assert ModelLoader("/models").path("ner") == Path("/models/ner")
