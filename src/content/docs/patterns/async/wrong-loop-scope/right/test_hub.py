import asyncio

import pytest
import pytest_asyncio

from app.streaming.hub import Hub


@pytest_asyncio.fixture
async def hub():
    return Hub()


@pytest.mark.asyncio
async def test_transcript_reaches_who_waits(hub):
    asyncio.get_running_loop().call_later(0.01, hub.publish, "Asha called.")

    transcript = await asyncio.wait_for(hub.transcript(), 0.2)

    assert transcript == "Asha called."


@pytest.mark.asyncio
async def test_no_event_before_the_transcript(hub):
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(hub.events.get(), 0.01)
