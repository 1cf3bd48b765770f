import os
from pathlib import Path
from unittest.mock import patch

from app.model_scripts.model_loader import ModelLoader


@patch.dict(os.environ, {"MODEL_DIR": "/srv/models"})
def test_model_loader_initialization():
    loader = ModelLoader()

    assert loader.base_dir == Path("/srv/models")
