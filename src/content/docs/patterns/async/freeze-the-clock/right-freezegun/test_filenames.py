from freezegun import freeze_time

from app.streaming.filenames import recording_filename


@freeze_time("2026-01-08 04:05:09")
def test_filename_generation_format():
    assert recording_filename("c-1") == "c-1-20260108-040509.wav"
