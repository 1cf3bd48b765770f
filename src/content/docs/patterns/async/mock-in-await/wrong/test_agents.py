from unittest.mock import MagicMock

import pytest

from app.services.agents import send_agent_notifications


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = MagicMock()
    client.post.return_value = {"ok": True}

    reached = await send_agent_notifications(client, ["a1", "a2"], "hello")

    assert reached == ["a1", "a2"]
