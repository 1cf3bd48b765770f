from unittest.mock import MagicMock

import pytest

from app.services.recordings import download_recording

URL = "http://pbx.test/c-1.wav"


@pytest.mark.asyncio
async def test_download_recording():
    client = MagicMock()
    stream = client.stream.return_value
    response = stream.__aenter__.return_value
    response.aiter_bytes = MagicMock()
    response.aiter_bytes.return_value.__aiter__.return_value = [b"RI", b"FF"]

    audio = await download_recording(client, URL)

    assert audio == b"RIFF"
    client.stream.assert_called_once_with("GET", URL)
    stream.__aexit__.assert_awaited_once()
