from app.tasks.model_tasks import classifier_classify_task


def test_classifier_classify_task(models):
    models.predict.return_value = {"refund": 0.7}

    result = classifier_classify_task.run(
        "I want my money back"
    )

    assert result["label"] == "refund"
