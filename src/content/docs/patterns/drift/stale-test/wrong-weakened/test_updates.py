from app.services.updates import UpdateSender, stream_translation


def test_stream_translation():
    events = []

    stream_translation(UpdateSender(events.append), "c-1", ["habari", "asante"], str.upper)

    assert len(events) >= 2
