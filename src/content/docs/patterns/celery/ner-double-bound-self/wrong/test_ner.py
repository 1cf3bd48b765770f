from unittest.mock import Mock

from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [{"text": "Asha", "label": "PERSON"}, {"text": "Nairobi", "label": "PLACE"}]


def test_ner_extract_task(models):
    models.predict.return_value = FOUND
    mock_self = Mock()

    result = ner_extract_task(mock_self, TEXT, flat=True)

    assert result["entities"] == ["Asha", "Nairobi"]
