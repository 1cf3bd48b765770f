from datetime import UTC, datetime

from freezegun import freeze_time

from app.streaming.filenames import recording_filename


# Bad luck on order: the second turns over between the two readings of the clock.
@freeze_time("2026-01-08 04:05:09", auto_tick_seconds=1)
def test_filename_generation_format():
    expected = f"c-1-{datetime.now(UTC):%Y%m%d-%H%M%S}.wav"

    assert recording_filename("c-1") == expected
