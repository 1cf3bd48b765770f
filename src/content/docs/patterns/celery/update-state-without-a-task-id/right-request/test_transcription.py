import pytest
from celery.result import AsyncResult

from app.celery_app import celery_app
from app.tasks.transcription_tasks import transcribe_call_task


@pytest.fixture
def running():
    """The task as it sees itself in a worker: with a request that has an id."""
    transcribe_call_task.push_request(id="t-1")
    yield transcribe_call_task
    transcribe_call_task.pop_request()


def test_last_progress_can_be_read_by_task_id(models, running):
    models.predict.side_effect = ["Asha", "called."]

    result = running.run("c-1", [b"one", b"two"])

    assert result == {
        "task_id": "t-1",
        "call_id": "c-1",
        "text": "Asha called.",
    }
    seen = AsyncResult("t-1", app=celery_app)
    assert (seen.state, seen.info) == (
        "PROGRESS",
        {"done": 1, "total": 2},
    )
