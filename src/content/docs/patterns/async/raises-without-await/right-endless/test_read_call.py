import asyncio
from unittest.mock import create_autospec

import pytest

from app.streaming.tcp_server import BufferOverflow, read_call


@pytest.mark.asyncio
async def test_endless_peer_is_cut_off():
    reader = create_autospec(asyncio.StreamReader, instance=True, spec_set=True)
    reader.read.return_value = b"x" * 16

    with pytest.raises(BufferOverflow, match="call is longer than 64 bytes"):
        await read_call(reader, max_buffer=64)

    assert reader.read.await_count == 5
