import sys
from types import SimpleNamespace
from unittest.mock import Mock

from app.tasks.health_tasks import check_models_task


def test_all_models_loaded(monkeypatch):
    model_loader = Mock(spec_set=["names", "is_loaded"])
    model_loader.names.return_value = ["ner", "qa"]
    model_loader.is_loaded.return_value = True
    fake_module = SimpleNamespace(model_loader=model_loader)
    monkeypatch.setitem(sys.modules, "app.model_scripts.model_loader", fake_module)

    result = check_models_task.run()

    assert result == {"ok": True, "models": {"ner": True, "qa": True}}
