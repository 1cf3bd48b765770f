import asyncio
from unittest.mock import AsyncMock, call

import pytest

from app.services.agents import AgentClient
from app.streaming.hub import Hub
from app.streaming.live import announce_transcript


@pytest.mark.asyncio
async def test_agents_hear_the_summary_when_the_transcript_is_there() -> None:
    hub, client = Hub(), AsyncMock(spec_set=AgentClient)
    client.post.return_value = {"ok": True}
    announced = asyncio.create_task(announce_transcript(hub, client, ["a1", "a2"]))
    await asyncio.sleep(0)
    client.post.assert_not_called()

    hub.publish("Asha called. She wants a refund.")

    assert await announced == ["a1", "a2"]
    assert client.post.await_args_list == [call("a1", "Asha called."), call("a2", "Asha called.")]
