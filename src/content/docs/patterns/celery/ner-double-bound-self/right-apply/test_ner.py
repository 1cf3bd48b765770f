from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [{"text": "Asha", "label": "PERSON"}, {"text": "Nairobi", "label": "PLACE"}]


def test_ner_extract_task(models):
    models.predict.return_value = FOUND

    result = ner_extract_task.s(TEXT, flat=True).apply()

    answer = result.get()
    assert answer["entities"] == ["Asha", "Nairobi"]
    assert answer["task_id"] == result.id
