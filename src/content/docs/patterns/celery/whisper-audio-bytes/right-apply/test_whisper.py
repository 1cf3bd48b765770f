from app.tasks.model_tasks import whisper_transcribe_task


def test_whisper_transcribe_task(models):
    models.predict.return_value = "hello"

    result = whisper_transcribe_task.apply(
        args=(b"RIFF",), kwargs={"filename": "call.ogg"}
    )

    assert result.get()["text"] == "hello"
    models.predict.assert_called_once_with(
        "whisper", b"RIFF", filename="call.ogg"
    )


def test_no_audio_is_refused(models):
    result = whisper_transcribe_task.apply(args=(b"",))

    assert result.failed()
    assert str(result.result) == "no audio to transcribe"
