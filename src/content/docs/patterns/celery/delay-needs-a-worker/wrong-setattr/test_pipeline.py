from app.celery_app import celery_app
from app.tasks.model_tasks import ner_extract_task

FOUND = [{"text": "Asha", "label": "PERSON"}]


def test_ner_extract_task(models, monkeypatch):
    monkeypatch.setattr(celery_app.conf, "task_always_eager", True)
    models.predict.return_value = FOUND

    result = ner_extract_task.delay("Asha called")

    assert result.get(timeout=0.2)["entities"] == ["Asha"]
