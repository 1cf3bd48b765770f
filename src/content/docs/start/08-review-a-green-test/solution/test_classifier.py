import pytest

from app.tasks.model_tasks import classifier_classify_task


def test_classifier_classify_task(models):
    models.predict.return_value = {
        "sales": 0.1,
        "refund": 0.7,
        "other": 0.2,
    }

    result = classifier_classify_task.run(
        "I want my money back"
    )

    assert result["label"] == "refund"
    assert result["score"] == 0.7


def test_classifier_refuses_blank_text(models):
    with pytest.raises(
        ValueError, match="nothing to classify"
    ):
        classifier_classify_task.run("  ")
