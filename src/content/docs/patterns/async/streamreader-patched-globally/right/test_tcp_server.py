import asyncio

import pytest

from app.streaming.tcp_server import read_call


@pytest.mark.asyncio
async def test_reads_a_call_to_its_end():
    audio = bytes(range(256)) * 40  # more than one read takes
    reader = asyncio.StreamReader()
    reader.feed_data(audio)
    reader.feed_eof()

    assert await read_call(reader) == audio
