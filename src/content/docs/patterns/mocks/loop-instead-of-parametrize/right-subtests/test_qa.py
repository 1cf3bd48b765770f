from unittest.mock import patch

from app.tasks.model_tasks import qa_evaluate_task

CASES = [(0.49, False), (0.5, True), (0.51, True)]


def test_qa_evaluate_task(subtests):
    for score, passed in CASES:
        with (
            subtests.test(score=score),
            patch("app.model_scripts.model_loader.model_loader", autospec=True) as models,
        ):
            models.predict.return_value = score

            result = qa_evaluate_task.run("hello", threshold=0.5)

            assert result["passed"] is passed
            models.predict.assert_called_once_with("qa", "hello")
