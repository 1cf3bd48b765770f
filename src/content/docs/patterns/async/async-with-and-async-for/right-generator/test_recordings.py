from contextlib import asynccontextmanager

import pytest

from app.services.recordings import download_recording


class FakeResponse:
    async def aiter_bytes(self):
        yield b"RI"
        yield b"FF"


class FakeClient:
    @asynccontextmanager
    async def stream(self, method, url):
        assert (method, url) == ("GET", "http://pbx.test/c-1.wav")
        yield FakeResponse()


@pytest.mark.asyncio
async def test_download_recording():
    audio = await download_recording(FakeClient(), "http://pbx.test/c-1.wav")

    assert audio == b"RIFF"
