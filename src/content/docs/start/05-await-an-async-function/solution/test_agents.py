from unittest.mock import AsyncMock, call

import pytest

from app.services.agents import (
    AgentClient,
    send_agent_notifications,
)


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = AsyncMock(spec=AgentClient)
    client.post.side_effect = [{"ok": False}, {"ok": True}]

    reached = await send_agent_notifications(
        client, ["a-1", "a-2"], "Call 7"
    )

    assert reached == ["a-2"]
    assert client.post.await_args_list == [
        call("a-1", "Call 7"),
        call("a-2", "Call 7"),
    ]
