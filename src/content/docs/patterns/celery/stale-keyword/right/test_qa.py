import pytest

from app.tasks.model_tasks import qa_evaluate_task

CALL = "Hello, how can I help you?"


@pytest.mark.parametrize(
    ("score", "passed"), [(0.49, False), (0.50, True), (0.51, True)]
)
def test_qa_evaluate_task(models, score, passed):
    models.predict.return_value = score

    result = qa_evaluate_task.run(transcript=CALL)

    assert result["passed"] is passed
    models.predict.assert_called_once_with("qa", CALL)
