import asyncio

import pytest

from app.streaming.tcp_server import read_call


@pytest.mark.asyncio
async def test_waits_for_a_slow_peer():
    reader = asyncio.StreamReader()
    call = asyncio.create_task(read_call(reader))

    for piece in (b"da", b"ta", b"tail"):
        reader.feed_data(piece)
        await asyncio.sleep(0)  # let the task read before the next piece comes
    reader.feed_eof()

    assert await asyncio.wait_for(call, 1) == b"datatail"
