from unittest.mock import MagicMock, call, patch

import pytest
from celery.result import AsyncResult

from app.celery_app import celery_app
from app.tasks.transcription_tasks import transcribe_call_task


def test_joins_the_chunks_in_order(models: MagicMock) -> None:
    models.predict.side_effect = ["Asha", "called."]

    result = transcribe_call_task.apply(args=("c-1", [b"one", b"two"]), task_id="t-1").get()

    assert result == {"task_id": "t-1", "call_id": "c-1", "text": "Asha called."}
    assert models.predict.call_args_list == [call("whisper", b"one"), call("whisper", b"two")]


def test_reports_progress_before_each_chunk(models: MagicMock) -> None:
    models.predict.side_effect = ["Asha", "called."]

    with patch.object(transcribe_call_task, "update_state", autospec=True) as update_state:
        transcribe_call_task.run("c-1", [b"one", b"two"])

    assert update_state.call_args_list == [
        call(state="PROGRESS", meta={"done": 0, "total": 2}),
        call(state="PROGRESS", meta={"done": 1, "total": 2}),
    ]


def test_progress_can_be_read_by_task_id(models: MagicMock) -> None:
    models.predict.side_effect = ["Asha", RuntimeError("GPU lost")]

    transcribe_call_task.apply(args=("c-1", [b"one", b"two"]), task_id="t-2")

    seen = AsyncResult[object]("t-2", app=celery_app)
    assert (seen.state, seen.info) == ("PROGRESS", {"done": 1, "total": 2})


def test_refuses_a_call_without_audio(models: MagicMock) -> None:
    with pytest.raises(ValueError, match="call c-1 has no audio"):
        transcribe_call_task.run("c-1", [])
    models.predict.assert_not_called()
