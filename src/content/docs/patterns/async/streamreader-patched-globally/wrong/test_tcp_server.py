from unittest.mock import AsyncMock, patch

import pytest

from app.streaming.tcp_server import read_call


@pytest.mark.asyncio
@patch("app.streaming.tcp_server.asyncio.StreamReader")
async def test_reads_a_call(mock_reader):
    mock_reader.read = AsyncMock(return_value=b"data")

    audio = await read_call(mock_reader, max_buffer=64)

    assert audio == b"data"
