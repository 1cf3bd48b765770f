import re

from app.streaming.filenames import recording_filename


def test_filename_generation_format():
    name = recording_filename("c-1")

    assert re.fullmatch(r"c-1-\d{8}-\d{6}\.wav", name)
