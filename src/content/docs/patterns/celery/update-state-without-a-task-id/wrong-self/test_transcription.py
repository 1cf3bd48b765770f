from types import SimpleNamespace

from app.tasks.transcription_tasks import transcribe_call_task


def test_chunks_are_joined(models):
    models.predict.side_effect = ["Asha", "called."]
    fake_self = SimpleNamespace(request=SimpleNamespace(id="t-1"))

    result = transcribe_call_task.run.__func__(
        fake_self, "c-1", [b"one", b"two"]
    )

    assert result["text"] == "Asha called."
