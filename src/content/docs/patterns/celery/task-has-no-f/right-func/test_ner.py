from types import SimpleNamespace

from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
]


def test_ner_extract_task(models):
    models.predict.return_value = FOUND
    fake_self = SimpleNamespace(request=SimpleNamespace(id="t-1"))

    result = ner_extract_task.run.__func__(fake_self, TEXT, flat=True)

    assert result == {"task_id": "t-1", "entities": ["Asha", "Nairobi"]}
