from app.tasks.model_tasks import qa_evaluate_task

CASES = [(0.49, False), (0.5, True), (0.51, True)]


def test_qa_evaluate_task(models):
    for score, passed in CASES:
        models.predict.reset_mock(return_value=True, side_effect=True)
        models.predict.return_value = score

        result = qa_evaluate_task.run("hello", threshold=0.5)

        assert result["passed"] is passed
        models.predict.assert_called_once_with("qa", "hello")
