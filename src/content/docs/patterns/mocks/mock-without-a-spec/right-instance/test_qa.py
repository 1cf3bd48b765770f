from unittest.mock import create_autospec

from app.model_scripts import model_loader
from app.model_scripts.model_loader import ModelLoader
from app.tasks.model_tasks import qa_evaluate_task


def test_qa_evaluate_task(monkeypatch):
    models = create_autospec(ModelLoader, instance=True, spec_set=True)
    models.predict.return_value = 0.8
    monkeypatch.setattr(model_loader, "model_loader", models)

    result = qa_evaluate_task.run("hello")

    assert result["passed"] is True
    models.predict.assert_called_once_with("qa", "hello")
