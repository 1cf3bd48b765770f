from datetime import UTC, datetime
from unittest.mock import patch

from app.streaming.filenames import recording_filename

MOMENT = datetime(2026, 1, 8, 4, 5, 9, tzinfo=UTC)


@patch("datetime.datetime")
def test_filename_generation_format(clock):
    clock.now.return_value = MOMENT

    name = recording_filename("c-1")

    clock.now.assert_called_once_with(UTC)
    assert name == "c-1-20260108-040509.wav"
