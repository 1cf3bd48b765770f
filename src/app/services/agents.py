"""Tells agents, at their desks, about a call."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import httpx


class AgentClient:
    """The agent desk's HTTP interface."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        """Use `http`, whose base URL is the agent desk's."""
        self._http = http

    async def post(self, agent_id: str, message: str) -> dict[str, Any]:
        """Send an agent a message; `ok` in the answer says whether it was shown.

        Raises httpx.HTTPStatusError for an error status.
        """
        response = await self._http.post(f"/agents/{agent_id}/messages", json={"message": message})
        response.raise_for_status()
        answer: dict[str, Any] = response.json()
        return answer


async def send_agent_notifications(client: AgentClient, agent_ids: Iterable[str], message: str) -> list[str]:
    """Send a message to agents, one after the other; return the ids of those who saw it."""
    reached: list[str] = []
    for agent_id in agent_ids:
        answer = await client.post(agent_id, message)
        if answer["ok"]:
            reached.append(agent_id)
    return reached
