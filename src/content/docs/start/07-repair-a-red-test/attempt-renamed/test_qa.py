from app.tasks.model_tasks import qa_evaluate_task


def test_qa_evaluate_task(models):
    models.predict.return_value = 0.9

    result = qa_evaluate_task.run(
        transcript="Hello, how can I help?"
    )

    assert result["passed"]
