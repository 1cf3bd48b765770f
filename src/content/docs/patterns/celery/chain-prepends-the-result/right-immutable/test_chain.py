from celery import chain

from app.tasks.model_tasks import classifier_classify_task
from app.tasks.pipeline_tasks import clean_text_task

TEXT = "  I want\n my MONEY back "


def test_text_is_classified_as_it_came(models):
    models.predict.return_value = {"refund": 0.7}

    steps = chain(
        clean_text_task.s(TEXT),
        classifier_classify_task.si(TEXT),
    )
    result = steps.apply()

    assert result.get()["label"] == "refund"
    assert result.parent.get() == "i want my money back"
    models.predict.assert_called_once_with("classifier", TEXT)
