from unittest.mock import call, patch

from app.tasks.transcription_tasks import transcribe_call_task

CHUNKS = [b"one", b"two"]


def test_chunks_are_joined_and_progress_is_reported(models):
    models.predict.side_effect = ["Asha", "called."]

    with patch.object(
        transcribe_call_task, "update_state", autospec=True
    ) as update_state:
        result = transcribe_call_task.run("c-1", CHUNKS)

    assert result["text"] == "Asha called."
    assert update_state.call_args_list == [
        call(state="PROGRESS", meta={"done": 0, "total": 2}),
        call(state="PROGRESS", meta={"done": 1, "total": 2}),
    ]
