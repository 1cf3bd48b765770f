from unittest.mock import AsyncMock

import pytest

from app.services.agents import send_agent_notifications


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = AsyncMock()

    reached = await send_agent_notifications(client, ["a1", "a2"], "hello")

    assert reached == ["a1", "a2"]
    assert client.post.await_count == 2
