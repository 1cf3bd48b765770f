from unittest.mock import AsyncMock, call

import pytest

from app.services.agents import AgentClient, send_agent_notifications


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = AsyncMock(spec_set=AgentClient)
    client.post.side_effect = [{"ok": True}, {"ok": False}]

    reached = await send_agent_notifications(client, ["a1", "a2"], "hello")

    assert reached == ["a1"]
    assert client.post.await_args_list == [call("a1", "hello"), call("a2", "hello")]
