import sys
from types import SimpleNamespace
from unittest.mock import Mock, patch

from app.tasks.health_tasks import check_models_task

LOADER_MODULE = "app.model_scripts.model_loader"


def test_one_model_missing():
    model_loader = Mock(spec_set=["names", "is_loaded"])
    model_loader.names.return_value = ["ner", "qa"]
    model_loader.is_loaded.side_effect = {"ner"}.__contains__
    fake_module = SimpleNamespace(model_loader=model_loader)

    with patch.dict(sys.modules, {LOADER_MODULE: fake_module}):
        result = check_models_task.run()

    assert result == {"ok": False, "models": {"ner": True, "qa": False}}
