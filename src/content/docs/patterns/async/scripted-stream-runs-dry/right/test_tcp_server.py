import asyncio
from unittest.mock import call, create_autospec

import pytest

from app.streaming.tcp_server import handle_client

AUDIO, HANG_UP = b"\x10\x00\x05hello", b"\x00\x00\x00"
WIRE = AUDIO + b"\x10\x00\x02ok" + HANG_UP


@pytest.mark.asyncio
@pytest.mark.parametrize("step", [1, 2, 5, 1000])
async def test_audio_chunk_processing(step):
    heard = []
    reader = asyncio.StreamReader()
    writer = create_autospec(asyncio.StreamWriter, instance=True, spec_set=True)
    served = asyncio.create_task(handle_client(reader, writer, heard.append))

    for start in range(0, len(WIRE), step):
        reader.feed_data(WIRE[start : start + step])
        await asyncio.sleep(0)  # TCP has no frames: the server sees each piece alone
    reader.feed_eof()
    await served

    assert heard == [b"hello", b"ok"]
    assert writer.write.call_args_list == [call(b"\x20\x00\x00")] * 2
    assert writer.drain.await_count == 2
    writer.close.assert_called_once_with()
