import pytest
from kombu.exceptions import EncodeError

from app.celery_app import celery_app
from app.tasks.model_tasks import ner_extract_task

FOUND = [{"text": "Asha", "label": "PERSON"}]


def test_ner_extract_task(models, eager):
    models.predict.return_value = FOUND

    result = ner_extract_task.delay("Asha called")

    assert result.get()["entities"] == ["Asha"]


def test_what_json_cannot_carry_is_refused(eager):
    with pytest.raises(
        EncodeError, match="set is not JSON serializable"
    ):
        ner_extract_task.delay({"Asha called", "Juma called"})


def test_the_setting_is_back():
    assert celery_app.conf.task_always_eager is False
