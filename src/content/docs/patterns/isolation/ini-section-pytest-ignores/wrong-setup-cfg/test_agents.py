from unittest.mock import AsyncMock

from app.services.agents import AgentClient, send_agent_notifications


async def test_send_agent_notifications():
    client = AsyncMock(spec_set=AgentClient)
    client.post.side_effect = [{"ok": True}, {"ok": False}]

    reached = await send_agent_notifications(client, ["a1", "a2"], "Call waiting")

    assert reached == ["a1"]
