import asyncio
from unittest.mock import create_autospec

import pytest

from app.streaming.tcp_server import read_call


@pytest.mark.asyncio
async def test_reads_a_call_to_its_end():
    reader = create_autospec(asyncio.StreamReader, instance=True, spec_set=True)
    reader.read.side_effect = [b"data", b"tail", b""]

    assert await read_call(reader) == b"datatail"

    assert reader.read.await_count == 3
