from celery.result import AsyncResult

from app.celery_app import celery_app
from app.tasks.transcription_tasks import transcribe_call_task


def test_state_at_the_end(models):
    models.predict.side_effect = ["Asha", "called."]

    transcribe_call_task.apply(
        args=("c-1", [b"one", b"two"]), task_id="t-1"
    )

    assert AsyncResult("t-1", app=celery_app).state == "SUCCESS"
