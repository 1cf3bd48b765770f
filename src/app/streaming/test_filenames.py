from datetime import UTC, datetime
from unittest.mock import patch

from app.streaming.filenames import recording_filename

MOMENT = datetime(2026, 1, 8, 4, 5, 9, tzinfo=UTC)


def test_names_a_recording_after_call_and_time() -> None:
    assert recording_filename("c-1", now=MOMENT) == "c-1-20260108-040509.wav"


def test_takes_the_time_of_now_in_utc() -> None:
    with patch("app.streaming.filenames.datetime", wraps=datetime) as clock:
        clock.now.return_value = MOMENT
        assert recording_filename("c-1") == "c-1-20260108-040509.wav"

    clock.now.assert_called_once_with(UTC)
