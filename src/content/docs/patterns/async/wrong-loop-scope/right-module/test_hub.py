import asyncio

import pytest
import pytest_asyncio

from app.streaming.hub import Hub

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hub():
    hub = Hub()
    asyncio.get_running_loop().call_later(0.01, hub.publish, "Asha called.")
    return hub


async def test_transcript_reaches_who_waits(hub):
    transcript = await asyncio.wait_for(hub.transcript(), 0.2)

    assert transcript == "Asha called."


async def test_two_who_wait_get_the_same(hub):
    both = asyncio.gather(hub.transcript(), hub.transcript())

    assert await asyncio.wait_for(both, 0.2) == ["Asha called."] * 2
