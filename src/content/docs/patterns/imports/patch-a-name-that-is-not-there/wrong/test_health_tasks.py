from unittest.mock import patch

from app.tasks.health_tasks import check_models_task


@patch("app.tasks.health_tasks.model_loader")
def test_all_models_loaded(model_loader):
    model_loader.names.return_value = ["ner", "qa"]
    model_loader.is_loaded.return_value = True

    result = check_models_task.run()

    assert result["ok"] is True
