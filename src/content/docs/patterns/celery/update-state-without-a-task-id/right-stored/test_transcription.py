from celery.result import AsyncResult

from app.celery_app import celery_app
from app.tasks.transcription_tasks import transcribe_call_task


def test_state_at_the_end(models, monkeypatch):
    models.predict.side_effect = ["Asha", "called."]
    monkeypatch.setattr(
        transcribe_call_task, "store_eager_result", True
    )

    transcribe_call_task.apply(
        args=("c-1", [b"one", b"two"]), task_id="t-1"
    )

    seen = AsyncResult("t-1", app=celery_app)
    assert seen.state == "SUCCESS"
    assert seen.result["text"] == "Asha called."
