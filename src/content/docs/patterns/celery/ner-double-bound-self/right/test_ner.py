from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [{"text": "Asha", "label": "PERSON"}, {"text": "Nairobi", "label": "PLACE"}]


def test_ner_extract_task(models):
    models.predict.return_value = FOUND

    result = ner_extract_task.run(TEXT, flat=True)

    assert result["entities"] == ["Asha", "Nairobi"]


def test_ner_extract_task_grouped(models):
    models.predict.return_value = FOUND

    result = ner_extract_task.run(TEXT, flat=False)

    assert result["entities"] == {"PERSON": ["Asha"], "PLACE": ["Nairobi"]}
