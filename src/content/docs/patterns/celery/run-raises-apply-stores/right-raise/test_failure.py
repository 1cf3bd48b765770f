import pytest

from app.celery_app import celery_app
from app.tasks.model_tasks import classifier_classify_task


def test_get_raises_what_the_task_raised():
    result = classifier_classify_task.s("  ").apply()

    with pytest.raises(ValueError, match="nothing to classify"):
        result.get()


def test_throw_raises_at_once():
    with pytest.raises(ValueError, match="nothing to classify"):
        classifier_classify_task.apply(args=("  ",), throw=True)


def test_eager_propagates_raises_at_once(monkeypatch):
    monkeypatch.setitem(celery_app.conf, "task_eager_propagates", True)

    with pytest.raises(ValueError, match="nothing to classify"):
        classifier_classify_task.apply(args=("  ",))
