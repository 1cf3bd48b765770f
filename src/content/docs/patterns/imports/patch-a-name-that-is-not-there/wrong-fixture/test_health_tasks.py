from app.tasks.health_tasks import check_models_task


def test_all_models_loaded(model_loader):
    model_loader.is_loaded.return_value = True

    assert check_models_task.run()["ok"] is True


def test_one_model_missing(model_loader):
    model_loader.is_loaded.side_effect = {"ner"}.__contains__

    assert check_models_task.run()["ok"] is False
