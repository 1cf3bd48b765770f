from unittest.mock import patch

from app.tasks.model_tasks import qa_evaluate_task


@patch("app.model_scripts.model_loader.model_loader")
def test_qa_evaluate_task(models):
    models.predict.return_value = 0.8

    result = qa_evaluate_task.run("hello")

    assert result["passed"] is True
    models.predict.assert_called_once_with("qa", "hello")
