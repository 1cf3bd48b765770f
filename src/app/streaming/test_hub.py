import asyncio

import pytest

from app.streaming.hub import Hub

pytestmark = pytest.mark.asyncio


async def test_all_who_wait_get_the_transcript() -> None:
    hub = Hub()
    waiting = [asyncio.create_task(hub.transcript()) for _ in range(2)]

    asyncio.get_running_loop().call_later(0.001, hub.publish, "Asha called.")

    assert await asyncio.gather(*waiting) == ["Asha called."] * 2
    assert hub.events.get_nowait() == "Asha called."


async def test_late_comers_get_it_at_once() -> None:
    hub = Hub()
    hub.publish("Asha called.")

    assert await hub.transcript() == "Asha called."


async def test_one_who_gives_up_leaves_the_others_waiting() -> None:
    hub = Hub()
    patient = asyncio.create_task(hub.transcript())

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(hub.transcript(), 0.001)
    hub.publish("Asha called.")

    assert await patient == "Asha called."


async def test_there_is_one_transcript() -> None:
    hub = Hub()
    hub.publish("Asha called.")

    with pytest.raises(asyncio.InvalidStateError):
        hub.publish("Juma called.")
