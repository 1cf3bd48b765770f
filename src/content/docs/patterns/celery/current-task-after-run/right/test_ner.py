from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
]


def test_ner_task(models):
    models.predict.return_value = FOUND

    result = ner_extract_task.apply((TEXT,), task_id="t-1")

    assert result.get()["task_id"] == "t-1"
