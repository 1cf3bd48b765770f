import pytest
import pytest_asyncio

from app.streaming.hub import Hub


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hub():
    return Hub()


@pytest.mark.asyncio
async def test_transcript_reaches_who_waits(hub):
    hub.publish("Asha called.")

    transcript = await hub.transcript()

    assert transcript == "Asha called."
