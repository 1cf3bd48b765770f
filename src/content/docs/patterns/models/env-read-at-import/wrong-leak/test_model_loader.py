import importlib
import os
from pathlib import Path

from app.model_scripts import model_loader


def test_model_dir_from_the_environment():
    os.environ["MODEL_DIR"] = "/srv/models"
    importlib.reload(model_loader)

    assert model_loader.ModelLoader().base_dir == Path("/srv/models")


def test_default_model_dir():
    importlib.reload(model_loader)

    assert model_loader.ModelLoader().base_dir == Path("/models")
