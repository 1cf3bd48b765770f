from app.streaming.tcp_server import WindowBuffer


def test_overlapping_windows():
    windows = []
    buffer = WindowBuffer(4, overlap=1, on_window=lambda w: windows.append(bytes(w)))

    buffer.feed(b"abcdefg")

    assert windows == [b"abcd", b"bcde", b"cdef", b"defg"]
