import asyncio
from unittest.mock import Mock

import pytest

from app.streaming.tcp_server import handle_client


@pytest.mark.asyncio
async def test_audio_chunk_processing():
    heard = []
    reader = asyncio.StreamReader()
    reader.feed_data(b"\x10\x00\x05hello")
    reader.feed_eof()
    writer = Mock()

    await handle_client(reader, writer, heard.append)

    assert heard == [b"hello"]
