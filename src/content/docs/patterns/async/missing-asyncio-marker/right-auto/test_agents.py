import httpx
import pytest

from app.services.agents import AgentClient, send_agent_notifications


def answer_no(request):
    return httpx.Response(200, json={"ok": False})


@pytest.fixture
async def client():
    transport = httpx.MockTransport(answer_no)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://desk.test"
    ) as http:
        yield AgentClient(http)


async def test_send_agent_notifications(client):
    reached = await send_agent_notifications(client, ["a1", "a2"], "hello")

    assert reached == []
