from unittest.mock import create_autospec

import httpx
import pytest

from app.services.recordings import download_recording

URL = "http://pbx.test/c-1.wav"


@pytest.mark.asyncio
async def test_download_recording():
    client = create_autospec(httpx.AsyncClient, instance=True, spec_set=True)
    response = create_autospec(httpx.Response, instance=True, spec_set=True)
    client.stream.return_value.__aenter__.return_value = response
    response.aiter_bytes.return_value.__aiter__.return_value = [b"RI", b"FF"]

    audio = await download_recording(client, URL)

    assert audio == b"RIFF"
    client.stream.assert_called_once_with("GET", URL)
