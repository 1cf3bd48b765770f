"""Fetches finished recordings from the telephone system."""

from __future__ import annotations

import httpx


async def raise_for_error(response: httpx.Response) -> None:
    """Turn an error status into httpx.HTTPStatusError, before anybody takes its page for audio."""
    response.raise_for_status()


def recordings_client() -> httpx.AsyncClient:
    """Make a client that raises for every error status. The caller closes it."""
    return httpx.AsyncClient(event_hooks={"response": [raise_for_error]})


async def download_recording(client: httpx.AsyncClient, url: str) -> bytes:
    """Fetch one recording, chunk by chunk as it comes."""
    audio = bytearray()
    async with client.stream("GET", url) as response:
        async for chunk in response.aiter_bytes():
            audio += chunk
    return bytes(audio)
