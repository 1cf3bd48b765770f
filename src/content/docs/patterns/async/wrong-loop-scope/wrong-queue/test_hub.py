import asyncio

import pytest
import pytest_asyncio

from app.streaming.hub import Hub


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hub():
    return Hub()


@pytest.mark.asyncio
async def test_no_event_before_the_transcript(hub):
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(hub.events.get(), 0.01)


@pytest.mark.asyncio
async def test_event_after_the_transcript(hub):
    asyncio.get_running_loop().call_later(0.01, hub.publish, "Asha called.")

    event = await hub.events.get()

    assert event == "Asha called."
