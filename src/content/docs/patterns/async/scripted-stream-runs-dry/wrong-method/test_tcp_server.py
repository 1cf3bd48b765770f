import asyncio
from unittest.mock import AsyncMock, create_autospec

import pytest

from app.streaming.tcp_server import handle_client


@pytest.mark.asyncio
async def test_audio_chunk_processing():
    heard = []
    reader = AsyncMock()
    reader.read.side_effect = [b"\x10\x00\x05hello", b""]
    writer = create_autospec(asyncio.StreamWriter, instance=True, spec_set=True)

    await handle_client(reader, writer, heard.append)

    assert heard == [b"hello"]
