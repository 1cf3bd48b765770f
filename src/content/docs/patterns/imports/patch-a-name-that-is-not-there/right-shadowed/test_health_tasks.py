from importlib import import_module
from unittest.mock import patch

from app.tasks.health_tasks import check_models_task

loader_module = import_module("app.model_scripts.model_loader")


def test_one_model_missing():
    with patch.object(loader_module, "model_loader", autospec=True) as model_loader:
        model_loader.names.return_value = ["ner", "qa"]
        model_loader.is_loaded.side_effect = {"ner"}.__contains__

        result = check_models_task.run()

    assert result == {"ok": False, "models": {"ner": True, "qa": False}}
