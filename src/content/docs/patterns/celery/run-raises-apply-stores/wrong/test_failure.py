import pytest

from app.tasks.model_tasks import classifier_classify_task


def test_classifier_task_refuses_blank_text():
    with pytest.raises(ValueError, match="nothing to classify"):
        classifier_classify_task.s("  ").apply()
