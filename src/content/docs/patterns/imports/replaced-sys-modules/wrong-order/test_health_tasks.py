import sys
from types import SimpleNamespace
from unittest.mock import Mock, patch

from app.tasks.health_tasks import check_models_task

MODULE = "app.model_scripts.model_loader"


def fake_module():
    model_loader = Mock(spec_set=["names", "is_loaded"])
    model_loader.names.return_value = ["ner", "qa"]
    model_loader.is_loaded.return_value = True
    return SimpleNamespace(model_loader=model_loader)


@patch("sys.modules", {**sys.modules, MODULE: fake_module()})
def test_health_first():
    assert check_models_task.run()["ok"] is True


def test_loader_knows_its_models():
    from app.model_scripts.model_loader import model_loader

    assert "ner" in model_loader.names()


@patch("sys.modules", {**sys.modules, MODULE: fake_module()})
def test_health_again():
    assert check_models_task.run()["ok"] is True
