import asyncio
from unittest.mock import AsyncMock

from app.services.agents import AgentClient, send_agent_notifications


def test_send_agent_notifications():
    client = AsyncMock(spec_set=AgentClient)
    client.post.side_effect = [{"ok": True}, {"ok": False}]

    reached = asyncio.run(send_agent_notifications(client, ["a1", "a2"], "hello"))

    assert reached == ["a1"]
