import asyncio

import pytest

from app.streaming.tcp_server import BufferOverflow, read_call


def reader_of(length):
    reader = asyncio.StreamReader()
    reader.feed_data(b"x" * length)
    reader.feed_eof()
    return reader


@pytest.mark.asyncio
@pytest.mark.parametrize("length", [0, 63, 64])
async def test_call_within_the_limit(length):
    assert await read_call(reader_of(length), max_buffer=64) == b"x" * length


@pytest.mark.asyncio
async def test_buffer_overflow_protection():
    with pytest.raises(BufferOverflow, match="call is longer than 64 bytes"):
        await read_call(reader_of(65), max_buffer=64)
