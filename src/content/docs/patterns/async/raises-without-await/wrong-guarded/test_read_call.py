import asyncio

import pytest

from app.streaming.tcp_server import read_call


@pytest.mark.asyncio
async def test_longest_call_is_accepted():
    reader = asyncio.StreamReader()
    reader.feed_data(b"x" * 64)
    reader.feed_eof()

    read_call(reader, max_buffer=64)  # must not raise
