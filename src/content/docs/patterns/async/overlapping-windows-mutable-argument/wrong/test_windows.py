from unittest.mock import Mock, call

from app.streaming.tcp_server import WindowBuffer


def test_overlapping_windows():
    on_window = Mock()
    buffer = WindowBuffer(size=4, overlap=1, on_window=on_window)

    buffer.feed(b"abcdefg")

    assert on_window.call_args_list == [call(b"abcd"), call(b"defg")]
