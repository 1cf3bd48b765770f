from unittest.mock import patch

from app.tasks.model_tasks import classifier_classify_task

ANSWER = {"task_id": None, "label": "refund", "score": 0.7}


def test_classifier_classify_task(models):
    with patch.object(
        classifier_classify_task, "run", return_value=ANSWER
    ) as run:
        result = classifier_classify_task.run(
            "I want my money back"
        )

    assert result["label"] == "refund"
    run.assert_called_once()
