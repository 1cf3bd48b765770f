from datetime import UTC, datetime
from unittest.mock import patch

from app.streaming.filenames import recording_filename


@patch("app.streaming.filenames.datetime.now")
def test_filename_generation_format(now):
    now.return_value = datetime(2026, 1, 8, 4, 5, 9, tzinfo=UTC)

    assert recording_filename("c-1") == "c-1-20260108-040509.wav"
