import pytest

from app.tasks.model_tasks import qa_evaluate_task


@pytest.mark.parametrize(
    ("score", "passed"),
    [
        pytest.param(0.49, False, id="below"),
        pytest.param(0.5, True, id="at the threshold"),
        pytest.param(0.51, True, id="above"),
    ],
)
def test_qa_evaluate_task(models, score, passed):
    models.predict.return_value = score

    result = qa_evaluate_task.run("hello", threshold=0.5)

    assert result["passed"] is passed
    models.predict.assert_called_once_with("qa", "hello")
