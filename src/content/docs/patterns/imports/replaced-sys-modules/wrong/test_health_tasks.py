import sys
from types import SimpleNamespace
from unittest.mock import create_autospec, patch

from app.model_scripts import model_loader as real_module
from app.tasks.health_tasks import check_models_task

MODULE = "app.model_scripts.model_loader"

model_loader = create_autospec(real_module.ModelLoader, instance=True, spec_set=True)
model_loader.names.return_value = ["ner", "qa"]
model_loader.is_loaded.return_value = True
fake_module = SimpleNamespace(model_loader=model_loader)


@patch("sys.modules", {**sys.modules, MODULE: fake_module})
def test_all_models_loaded():
    result = check_models_task.run()

    assert result == {"ok": True, "models": {"ner": True, "qa": True}}
