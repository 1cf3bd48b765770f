from app.tasks.model_tasks import qa_evaluate_task

CALL = "Hello, how can I help you?"


def test_qa_evaluate_task(models):
    models.predict.return_value = 0.9

    result = qa_evaluate_task.run(conversation=CALL)

    assert result["passed"] is True
