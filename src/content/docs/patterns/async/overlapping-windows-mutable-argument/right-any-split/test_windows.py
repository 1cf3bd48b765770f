import pytest

from app.streaming.tcp_server import WindowBuffer

STREAM = bytes(range(40))


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 100])
@pytest.mark.parametrize(("size", "overlap"), [(4, 0), (4, 1), (5, 4)])
def test_windows_are_slices_of_the_stream(size, overlap, piece):
    windows = []
    buffer = WindowBuffer(size, overlap, lambda w: windows.append(bytes(w)))

    for start in range(0, len(STREAM), piece):
        buffer.feed(STREAM[start : start + piece])

    starts = range(0, len(STREAM) - size + 1, size - overlap)
    assert windows == [STREAM[start : start + size] for start in starts]
