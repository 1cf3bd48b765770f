from app.tasks.transcription_tasks import transcribe_call_task

CHUNKS = [b"one", b"two"]


def test_chunks_are_joined(models):
    models.predict.side_effect = ["Asha", "called."]

    result = transcribe_call_task.run("c-1", CHUNKS)

    assert result["text"] == "Asha called."


def test_chunks_are_joined_by_a_plain_call(models):
    models.predict.side_effect = ["Asha", "called."]

    result = transcribe_call_task("c-1", CHUNKS)

    assert result["text"] == "Asha called."
