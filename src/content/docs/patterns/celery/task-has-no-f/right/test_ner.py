from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
]


def test_ner_extract_task(models):
    models.predict.return_value = FOUND
    ner_extract_task.push_request(id="t-1")

    try:
        result = ner_extract_task.run(TEXT, flat=True)
    finally:
        ner_extract_task.pop_request()

    assert result == {"task_id": "t-1", "entities": ["Asha", "Nairobi"]}
