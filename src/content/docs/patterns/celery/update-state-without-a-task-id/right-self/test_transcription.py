from unittest.mock import Mock, call

from app.tasks.transcription_tasks import transcribe_call_task


def test_chunks_are_joined_and_progress_is_reported(models):
    models.predict.side_effect = ["Asha", "called."]
    fake_self = Mock(spec_set=["request", "update_state"])
    fake_self.request.id = "t-1"

    result = transcribe_call_task.run.__func__(
        fake_self, "c-1", [b"one", b"two"]
    )

    assert result == {
        "task_id": "t-1",
        "call_id": "c-1",
        "text": "Asha called.",
    }
    assert fake_self.update_state.call_args_list == [
        call(state="PROGRESS", meta={"done": 0, "total": 2}),
        call(state="PROGRESS", meta={"done": 1, "total": 2}),
    ]
