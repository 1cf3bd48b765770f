import asyncio
from unittest.mock import create_autospec

import pytest

from app.streaming.tcp_server import handle_client


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "rest",
    [b"", b"\x10\x00", b"\x10\x00\x05hel"],
    ids=["between frames", "in a header", "in a payload"],
)
async def test_peer_hangs_up_inside_a_frame(rest):
    heard = []
    reader = asyncio.StreamReader()
    reader.feed_data(b"\x10\x00\x05hello" + rest)
    reader.feed_eof()
    writer = create_autospec(asyncio.StreamWriter, instance=True, spec_set=True)

    await handle_client(reader, writer, heard.append)

    assert heard == [b"hello"]
    writer.close.assert_called_once_with()
