from unittest.mock import Mock, patch

import app.model_scripts.model_loader as loader_module
from app.tasks.health_tasks import check_models_task


def test_all_models_loaded():
    with patch.object(loader_module, "model_loader", autospec=True) as model_loader:
        model_loader.names.return_value = ["ner", "qa"]
        model_loader.is_loaded.return_value = True

        result = check_models_task.run()

    assert result["ok"] is True


def test_one_model_missing(monkeypatch):
    model_loader = Mock(spec_set=["names", "is_loaded"])
    model_loader.names.return_value = ["ner", "qa"]
    model_loader.is_loaded.side_effect = {"ner"}.__contains__
    monkeypatch.setattr("app.model_scripts.model_loader.model_loader", model_loader)

    assert check_models_task.run()["ok"] is False
