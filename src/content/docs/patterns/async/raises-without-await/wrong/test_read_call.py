import asyncio

import pytest

from app.streaming.tcp_server import BufferOverflow, read_call


@pytest.mark.asyncio
async def test_buffer_overflow_protection():
    reader = asyncio.StreamReader()
    reader.feed_data(b"x" * 65)

    with pytest.raises(BufferOverflow):
        read_call(reader, max_buffer=64)
