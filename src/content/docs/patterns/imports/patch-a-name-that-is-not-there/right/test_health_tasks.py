from unittest.mock import patch

from app.tasks.health_tasks import check_models_task


@patch("app.model_scripts.model_loader.model_loader", autospec=True)
def test_all_models_loaded(model_loader):
    model_loader.names.return_value = ["ner", "qa"]
    model_loader.is_loaded.return_value = True

    result = check_models_task.run()

    assert result == {"ok": True, "models": {"ner": True, "qa": True}}


@patch("app.model_scripts.model_loader.model_loader", autospec=True)
def test_one_model_missing(model_loader):
    model_loader.names.return_value = ["ner", "qa"]
    model_loader.is_loaded.side_effect = {"ner"}.__contains__

    result = check_models_task.run()

    assert result == {"ok": False, "models": {"ner": True, "qa": False}}
