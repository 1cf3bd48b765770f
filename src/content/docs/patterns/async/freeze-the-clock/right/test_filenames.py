from datetime import UTC, datetime

from app.streaming.filenames import recording_filename


def test_filename_generation_format():
    now = datetime(2026, 1, 8, 4, 5, 9, tzinfo=UTC)

    assert recording_filename("c-1", now=now) == "c-1-20260108-040509.wav"
