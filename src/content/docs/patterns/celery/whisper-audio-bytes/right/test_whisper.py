import pytest

from app.tasks.model_tasks import whisper_transcribe_task


def test_whisper_transcribe_task(models):
    models.predict.return_value = "hello"

    result = whisper_transcribe_task.run(
        audio_bytes=b"RIFF", filename="call.ogg"
    )

    assert result["text"] == "hello"
    models.predict.assert_called_once_with(
        "whisper", b"RIFF", filename="call.ogg"
    )


def test_no_audio_is_refused(models):
    with pytest.raises(ValueError, match="no audio"):
        whisper_transcribe_task.run(audio_bytes=b"")

    models.predict.assert_not_called()
