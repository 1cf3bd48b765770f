from unittest.mock import patch

from app.tasks.model_tasks import qa_evaluate_task


@patch("app.model_scripts.model_loader.model_loader")
def test_asks_the_qa_model(models):
    models.predict.return_value = 0.8

    qa_evaluate_task.run("hello")

    assert models.predict.called_once_with("qa", "hello")


@patch("app.model_scripts.model_loader.model_loader")
def test_asks_no_other_model(models):
    models.predict.return_value = 0.8

    qa_evaluate_task.run("hello")

    assert not models.predict.called_once_with("classifier", "hello")
