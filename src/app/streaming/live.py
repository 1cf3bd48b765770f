"""Tells agents what a call that is still running is about."""

from __future__ import annotations

from collections.abc import Iterable

from ..services.agents import AgentClient, send_agent_notifications
from ..services.insights import call_summary
from .hub import Hub


async def announce_transcript(hub: Hub, client: AgentClient, agent_ids: Iterable[str]) -> list[str]:
    """Wait for a call's transcript and send agents its summary; return the ids of those who saw it."""
    return await send_agent_notifications(client, agent_ids, call_summary(await hub.transcript()))
