from unittest.mock import AsyncMock

import pytest

from app.services.agents import AgentClient, send_agent_notifications


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = AsyncMock(spec_set=AgentClient)
    client.post.return_value = {"ok": True}

    reached = send_agent_notifications(client, ["a1", "a2"], "hello")

    assert reached == ["a1", "a2"]
