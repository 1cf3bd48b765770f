import importlib
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from app.model_scripts import model_loader


@pytest.fixture
def reloaded():
    """The module as it is when MODEL_DIR is set before the first import."""
    with patch.dict(os.environ, {"MODEL_DIR": "/srv/models"}):
        yield importlib.reload(model_loader)
    importlib.reload(model_loader)


def test_model_dir_from_the_environment(reloaded):
    assert reloaded.ModelLoader().base_dir == Path("/srv/models")


def test_default_is_back():
    assert model_loader.ModelLoader().base_dir == Path("/models")
