import asyncio
from unittest.mock import call, create_autospec

import pytest

from app.streaming.tcp_server import handle_client


@pytest.mark.asyncio
async def test_audio_chunk_processing():
    heard = []
    reader = create_autospec(asyncio.StreamReader, instance=True, spec_set=True)
    reader.readexactly.side_effect = [
        b"\x10\x00\x05",
        b"hello",
        asyncio.IncompleteReadError(b"", 3),  # what a stream says at its end
    ]
    writer = create_autospec(asyncio.StreamWriter, instance=True, spec_set=True)

    await handle_client(reader, writer, heard.append)

    assert heard == [b"hello"]
    assert reader.readexactly.await_args_list == [call(3), call(5), call(3)]
    writer.close.assert_called_once_with()
