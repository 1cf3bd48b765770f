import pytest

from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
]


@pytest.fixture
def running():
    """The task as it sees itself in a worker: with a request that has an id."""
    ner_extract_task.push_request(id="t-1")
    yield ner_extract_task
    ner_extract_task.pop_request()


def test_ner_task(models, running):
    models.predict.return_value = FOUND

    result = running.run(TEXT, flat=True)

    assert result["task_id"] == "t-1"
