from unittest.mock import AsyncMock

import pytest

from app.services.agents import (
    AgentClient,
    send_agent_notifications,
)


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = AsyncMock(spec=AgentClient)
    client.post.return_value = {"ok": True}

    reached = await send_agent_notifications(
        client, ["a-1"], "Call 7"
    )

    assert reached == ["a-1"]
