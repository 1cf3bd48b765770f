from unittest.mock import Mock

from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
]


def test_ner_extract_task(models):
    models.predict.return_value = FOUND
    mock_self = Mock()
    mock_self.request.id = "t-1"

    result = ner_extract_task.__wrapped__(mock_self, TEXT, flat=True)

    assert result == {"task_id": "t-1", "entities": ["Asha", "Nairobi"]}
