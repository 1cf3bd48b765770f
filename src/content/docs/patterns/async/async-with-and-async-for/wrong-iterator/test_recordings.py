from unittest.mock import AsyncMock, MagicMock

import pytest

from app.services.recordings import download_recording


@pytest.mark.asyncio
async def test_download_recording():
    client = MagicMock()
    response = client.stream.return_value.__aenter__.return_value
    response.aiter_bytes = AsyncMock(return_value=[b"RI", b"FF"])

    audio = await download_recording(client, "http://pbx.test/c-1.wav")

    assert audio == b"RIFF"
