from app.tasks.model_tasks import whisper_transcribe_task

EVERY_BYTE = bytes(range(256))


def test_audio_survives_the_way_to_the_worker(models, queue):
    whisper_transcribe_task.delay(
        audio_bytes=EVERY_BYTE, filename="call.ogg"
    )

    message = queue.get(block=False)
    args, kwargs, _ = message.decode()
    whisper_transcribe_task.run(*args, **kwargs)

    assert message.content_type == "application/json"
    models.predict.assert_called_once_with(
        "whisper", EVERY_BYTE, filename="call.ogg"
    )
