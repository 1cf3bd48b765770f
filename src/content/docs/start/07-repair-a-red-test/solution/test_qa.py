import pytest

from app.tasks.model_tasks import qa_evaluate_task

TRANSCRIPT = "Hello, how can I help?"


@pytest.mark.parametrize(
    ("score", "passed"), [(0.49, False), (0.5, True)]
)
def test_qa_evaluate_task(models, score, passed):
    models.predict.return_value = score

    result = qa_evaluate_task.run(transcript=TRANSCRIPT)

    assert result["score"] == score
    assert result["passed"] is passed
    models.predict.assert_called_once_with("qa", TRANSCRIPT)
