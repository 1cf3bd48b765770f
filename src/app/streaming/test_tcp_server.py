import asyncio
from unittest.mock import Mock, call, create_autospec

import pytest

from app.streaming.tcp_server import (
    ACK,
    AUDIO,
    HANGUP,
    HEADER,
    BufferOverflow,
    WindowBuffer,
    handle_client,
    read_call,
    read_frame,
    serve,
)


def frame(kind: int, payload: bytes = b"") -> bytes:
    return HEADER.pack(kind, len(payload)) + payload


def reader_of(*pieces: bytes) -> asyncio.StreamReader:
    """Make a reader whose peer sent these pieces and hung up."""
    reader = asyncio.StreamReader()
    for piece in pieces:
        reader.feed_data(piece)
    reader.feed_eof()
    return reader


@pytest.fixture
def writer() -> Mock:
    mock: Mock = create_autospec(asyncio.StreamWriter, instance=True, spec_set=True)
    return mock


def windows_of(data: bytes, size: int, overlap: int, piece: int, flush: bool = False) -> list[bytes]:
    windows: list[bytes] = []
    buffer = WindowBuffer(size, overlap, lambda window: windows.append(bytes(window)))
    for start in range(0, len(data), piece):
        buffer.feed(data[start : start + piece])
    if flush:
        buffer.flush()
    return windows


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 100])
@pytest.mark.parametrize(("size", "overlap"), [(4, 0), (4, 1), (5, 4), (1, 0)])
def test_windows_are_slices_however_the_stream_is_cut(piece: int, size: int, overlap: int) -> None:
    data = bytes(range(40))
    starts = range(0, len(data) - size + 1, size - overlap)

    windows = windows_of(data, size, overlap, piece)

    assert windows == [data[start : start + size] for start in starts]


@pytest.mark.parametrize(
    ("data", "windows"),
    [
        (b"", []),
        (b"ab", [b"ab"]),
        (b"abcd", [b"abcd"]),
        (b"abcde", [b"abcd", b"de"]),
        (b"abcdefgh", [b"abcd", b"defg", b"gh"]),
    ],
)
def test_flush_gives_the_rest_if_it_is_new(data: bytes, windows: list[bytes]) -> None:
    assert windows_of(data, size=4, overlap=1, piece=3, flush=True) == windows


def test_flush_starts_afresh() -> None:
    windows: list[bytes] = []
    buffer = WindowBuffer(4, 1, lambda window: windows.append(bytes(window)))

    for _ in range(2):
        buffer.feed(b"abcdef")
        buffer.flush()

    assert windows == [b"abcd", b"def"] * 2


@pytest.mark.parametrize("overlap", [-1, 4, 5])
def test_overlap_must_leave_a_step(overlap: int) -> None:
    with pytest.raises(ValueError, match=f"overlap must be from 0 to 3, not {overlap}"):
        WindowBuffer(4, overlap, print)


@pytest.mark.asyncio
async def test_reads_a_call_to_its_end() -> None:
    audio = bytes(range(256)) * 40  # more than one read takes

    assert await read_call(reader_of(audio[:5000], audio[5000:])) == audio


@pytest.mark.asyncio
@pytest.mark.parametrize("length", [0, 63, 64])
async def test_reads_up_to_the_limit(length: int) -> None:
    assert len(await read_call(reader_of(b"x" * length), max_buffer=64)) == length


@pytest.mark.asyncio
async def test_stops_reading_at_the_limit() -> None:
    endless = create_autospec(asyncio.StreamReader, instance=True, spec_set=True)
    endless.read.return_value = b"x" * 16

    with pytest.raises(BufferOverflow, match="call is longer than 64 bytes"):
        await read_call(endless, max_buffer=64)

    assert endless.read.await_count == 5


@pytest.mark.asyncio
async def test_reads_a_frame() -> None:
    assert await read_frame(reader_of(b"\x10\x00\x03abc")) == (AUDIO, b"abc")


@pytest.mark.asyncio
@pytest.mark.parametrize("wire", [b"", b"\x10\x00", b"\x10\x00\x03ab"])
async def test_half_a_frame_is_no_frame(wire: bytes) -> None:
    with pytest.raises(asyncio.IncompleteReadError):
        await read_frame(reader_of(wire))


@pytest.mark.asyncio
async def test_acknowledges_audio_until_the_hang_up(writer: Mock) -> None:
    heard: list[bytes] = []
    unknown, late = frame(0x01, b"id"), frame(AUDIO, b"late")
    wire = frame(AUDIO, b"one") + unknown + frame(AUDIO, b"two") + frame(HANGUP) + late

    await handle_client(reader_of(wire), writer, heard.append)

    assert heard == [b"one", b"two"]
    assert writer.write.call_args_list == [call(frame(ACK))] * 2
    assert writer.drain.await_count == 2
    writer.close.assert_called_once_with()


@pytest.mark.asyncio
async def test_keeps_what_came_before_a_dropped_call(writer: Mock) -> None:
    heard: list[bytes] = []

    await handle_client(reader_of(frame(AUDIO, b"one"), b"\x10\x00\x05tw"), writer, heard.append)

    assert heard == [b"one"]
    writer.close.assert_called_once_with()


@pytest.mark.asyncio
async def test_serves_a_call_on_the_loopback() -> None:
    heard: list[bytes] = []
    async with await serve("127.0.0.1", 0, heard.append) as server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(frame(AUDIO, b"hello"))
        assert await reader.readexactly(HEADER.size) == frame(ACK)
        writer.close()
        await writer.wait_closed()

    assert heard == [b"hello"]
