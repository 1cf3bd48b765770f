from unittest.mock import Mock

from app.tasks.model_tasks import ner_extract_task

FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
]


def test_ner_extract_task(models):
    models.predict.return_value = FOUND

    result = ner_extract_task(
        Mock(), "Asha flew to Nairobi", flat=True
    )

    assert result["entities"] == ["Asha", "Nairobi"]
