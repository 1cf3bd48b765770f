from collections.abc import AsyncIterator

import httpx
import pytest
import respx

from app.services.recordings import download_recording, recordings_client

URL = "http://pbx.test/c-1.wav"

pytestmark = pytest.mark.asyncio


async def chunks() -> AsyncIterator[bytes]:
    yield b"RI"
    yield b"FF"


async def test_joins_the_chunks() -> None:
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, content=chunks()))

    async with httpx.AsyncClient(transport=transport) as client:
        assert await download_recording(client, URL) == b"RIFF"


async def test_error_page_is_no_recording() -> None:
    with respx.mock:
        respx.get(URL).respond(404, text="not found")
        async with recordings_client() as client:
            with pytest.raises(httpx.HTTPStatusError, match="404"):
                await download_recording(client, URL)
