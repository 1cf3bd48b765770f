import pytest

from app.services.agents import send_agent_notifications


class FakeAgentClient:
    """An agent desk where only some agents are at their screens."""

    def __init__(self, present):
        self.present = present
        self.screens = {}

    async def post(self, agent_id, message):
        if agent_id not in self.present:
            return {"ok": False}
        self.screens[agent_id] = message
        return {"ok": True}


@pytest.mark.asyncio
async def test_send_agent_notifications():
    client = FakeAgentClient(present={"a1"})

    reached = await send_agent_notifications(client, ["a1", "a2"], "hello")

    assert reached == ["a1"]
    assert client.screens == {"a1": "hello"}
