from unittest.mock import Mock

from app.streaming.tcp_server import WindowBuffer


def test_overlapping_windows():
    windows = []
    on_window = Mock(side_effect=lambda w: windows.append(bytes(w)))
    buffer = WindowBuffer(size=4, overlap=1, on_window=on_window)

    buffer.feed(b"abcdefg")

    assert windows == [b"abcd", b"defg"]
