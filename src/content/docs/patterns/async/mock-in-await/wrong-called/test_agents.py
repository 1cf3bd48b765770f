from unittest.mock import AsyncMock

import pytest

from app.services.agents import AgentClient


async def say_goodbye(client):
    """Code under test, with a bug: the await is missing, so nothing is sent."""
    client.post("a1", "goodbye")


@pytest.mark.asyncio
async def test_say_goodbye():
    client = AsyncMock(spec_set=AgentClient)

    await say_goodbye(client)

    client.post.assert_called_once_with("a1", "goodbye")  # green: the call was made
    client.post.assert_awaited_once_with("a1", "goodbye")  # red: nobody ran it
