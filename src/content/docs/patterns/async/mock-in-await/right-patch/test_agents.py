from unittest.mock import AsyncMock, call, patch

import httpx
import pytest

from app.services.agents import AgentClient, send_agent_notifications


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = AgentClient(AsyncMock(spec_set=httpx.AsyncClient))

    with patch.object(AgentClient, "post", autospec=True) as post:
        post.side_effect = [{"ok": True}, {"ok": False}]
        reached = await send_agent_notifications(client, ["a1", "a2"], "hello")

    assert reached == ["a1"]
    expected = [call(client, "a1", "hello"), call(client, "a2", "hello")]
    assert post.await_args_list == expected
