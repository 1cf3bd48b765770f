from unittest.mock import Mock

from app.tasks.model_tasks import whisper_transcribe_task


def test_whisper_transcribe_task(models):
    models.predict.return_value = "hello"

    result = whisper_transcribe_task(Mock(), audio_bytes=b"RIFF")

    assert result["text"] == "hello"
