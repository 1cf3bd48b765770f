from app.services.updates import UpdateSender, stream_translation


def test_stream_translation():
    sent = []

    stream_translation(UpdateSender(sent.append), "c-1", ["habari"], str.upper)

    assert sent == [
        {"call_id": "c-1", "event": "started", "text": ""},
        {"call_id": "c-1", "event": "part", "text": "HABARI"},
        {"call_id": "c-1", "event": "finished", "text": ""},
    ]
