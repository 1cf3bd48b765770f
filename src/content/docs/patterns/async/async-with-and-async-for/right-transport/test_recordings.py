import httpx
import pytest

from app.services.recordings import download_recording


async def body():
    yield b"RI"
    yield b"FF"


@pytest.mark.asyncio
async def test_download_recording():
    requests = []

    def answer(request):
        requests.append((request.method, str(request.url)))
        return httpx.Response(200, content=body())

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
        audio = await download_recording(client, "http://pbx.test/c-1.wav")

    assert audio == b"RIFF"
    assert requests == [("GET", "http://pbx.test/c-1.wav")]
