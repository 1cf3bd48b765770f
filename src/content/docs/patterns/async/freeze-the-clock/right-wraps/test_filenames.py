from datetime import UTC, datetime
from unittest.mock import patch

from app.streaming.filenames import recording_filename


def test_filename_generation_format():
    with patch("app.streaming.filenames.datetime", wraps=datetime) as clock:
        clock.now.return_value = datetime(2026, 1, 8, 4, 5, 9, tzinfo=UTC)

        name = recording_filename("c-1")

    assert name == "c-1-20260108-040509.wav"
    clock.now.assert_called_once_with(UTC)
