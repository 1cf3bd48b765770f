from app.tasks.model_tasks import ner_extract_task

FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
]


def test_ner_extract_task(models):
    models.predict.return_value = FOUND

    result = ner_extract_task.apply(
        args=("Asha flew to Nairobi",),
        kwargs={"flat": True},
        task_id="t-1",
    )

    assert result.get() == {
        "task_id": "t-1",
        "entities": ["Asha", "Nairobi"],
    }
    models.predict.assert_called_once_with(
        "ner", "Asha flew to Nairobi"
    )
