from app.tasks.model_tasks import classifier_classify_task


def test_classifier_task_refuses_blank_text():
    result = classifier_classify_task.s("  ").apply()

    assert result.state == "FAILURE"
    assert isinstance(result.result, ValueError)
    assert str(result.result) == "nothing to classify"
