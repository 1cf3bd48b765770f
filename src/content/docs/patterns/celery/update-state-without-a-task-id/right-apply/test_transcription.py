from unittest.mock import patch

from celery.result import AsyncResult

from app.celery_app import celery_app
from app.tasks.transcription_tasks import transcribe_call_task

CHUNKS = [b"one", b"two"]


def test_progress_is_stored_under_the_task_id(models):
    models.predict.side_effect = ["Asha", "called."]
    backend = transcribe_call_task.backend

    with patch.object(
        backend, "store_result", wraps=backend.store_result
    ) as store:
        result = transcribe_call_task.apply(
            args=("c-1", CHUNKS), task_id="t-1"
        )

    assert result.get() == {
        "task_id": "t-1",
        "call_id": "c-1",
        "text": "Asha called.",
    }
    assert [one.args for one in store.call_args_list] == [
        ("t-1", {"done": 0, "total": 2}, "PROGRESS"),
        ("t-1", {"done": 1, "total": 2}, "PROGRESS"),
    ]


def test_progress_can_be_read_while_the_task_runs(models):
    models.predict.side_effect = ["Asha", RuntimeError("GPU lost")]

    transcribe_call_task.apply(args=("c-1", CHUNKS), task_id="t-2")

    seen = AsyncResult("t-2", app=celery_app)
    assert (seen.state, seen.info) == (
        "PROGRESS",
        {"done": 1, "total": 2},
    )
