from unittest.mock import call, create_autospec

import pytest

from app.services.agents import AgentClient, send_agent_notifications


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = create_autospec(AgentClient, instance=True, spec_set=True)
    client.post.side_effect = [{"ok": True}, {"ok": False}]

    reached = await send_agent_notifications(client, ["a1", "a2"], "hello")

    assert reached == ["a1"]
    assert client.post.await_args_list == [call("a1", "hello"), call("a2", "hello")]
