"""What a supervisor sees of a call: its card, and what the insights service says."""

from __future__ import annotations

from typing import TypedDict

import httpx

from . import llm_client
from .llm_client import summarise


class Card(TypedDict):
    """A call at a glance."""

    summary: str
    sentences: int


class Insights(TypedDict):
    """What the insights service found in a call."""

    summary: str
    sentiment: str


def call_summary(transcript: str) -> str:
    """Summarise a call in one sentence."""
    return summarise(transcript)


def call_card(transcript: str) -> Card:
    """Put a call on a card: its summary and its length in sentences."""
    return {"summary": call_summary(transcript), "sentences": len(llm_client.sentences(transcript))}


async def fetch_insights(client: httpx.AsyncClient, call_id: str) -> Insights:
    """Fetch what the insights service found in a call; a call without a mood counts as neutral.

    Raises httpx.HTTPStatusError for an error status, httpx.TransportError (a time-out, say) where
    the service can't be reached, KeyError for an answer without a summary.
    """
    response = await client.get(f"/calls/{call_id}/insights")
    response.raise_for_status()
    found = response.json()
    return {"summary": found["summary"], "sentiment": found.get("sentiment", "neutral")}
