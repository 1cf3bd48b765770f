import json
from unittest.mock import AsyncMock, call

import httpx
import pytest

from app.services.agents import AgentClient, send_agent_notifications

pytestmark = pytest.mark.asyncio


def desk(status: int = 200) -> tuple[httpx.AsyncClient, list[httpx.Request]]:
    """Make a client for an agent desk that answers with this status, and the requests it gets."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(status, json={"ok": True})

    transport = httpx.MockTransport(answer)
    return httpx.AsyncClient(base_url="http://agents.test", transport=transport), seen


async def test_client_posts_to_the_agent() -> None:
    http, seen = desk()

    async with http:
        assert await AgentClient(http).post("a1", "hello") == {"ok": True}

    [request] = seen
    assert (request.method, request.url.path) == ("POST", "/agents/a1/messages")
    assert json.loads(request.content) == {"message": "hello"}


async def test_client_raises_for_an_error_status() -> None:
    http, _seen = desk(status=404)

    async with http:
        with pytest.raises(httpx.HTTPStatusError, match="404"):
            await AgentClient(http).post("a1", "hello")


async def test_names_the_agents_who_saw_the_message() -> None:
    client = AsyncMock(spec_set=AgentClient)
    client.post.side_effect = [{"ok": True}, {"ok": False}, {"ok": True}]

    assert await send_agent_notifications(client, ["a1", "a2", "a3"], "hello") == ["a1", "a3"]

    assert client.post.await_args_list == [call(agent, "hello") for agent in ("a1", "a2", "a3")]
