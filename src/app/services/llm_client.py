"""What we ask of language: short summaries here, insights from the service at `LLM_URL`."""

from __future__ import annotations

import re

import httpx

from ..settings import Settings

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def sentences(text: str) -> list[str]:
    """Cut a text after each full stop, question mark or exclamation mark."""
    return [sentence for sentence in SENTENCE_END.split(text.strip()) if sentence]


def summarise(text: str) -> str:
    """Shorten a transcript to its first sentence: agents open with the reason for the call."""
    return next(iter(sentences(text)), "")


def insights_client(settings: Settings) -> httpx.AsyncClient:
    """Make a client for the insights service. The caller closes it."""
    return httpx.AsyncClient(base_url=settings.llm_url, timeout=10)
