"""Brings a call's transcript to those who wait for it."""

from __future__ import annotations

import asyncio


class Hub:
    """Where one call's transcript is awaited. It belongs to the event loop that it is made in."""

    def __init__(self) -> None:
        """Make the meeting point. Raises RuntimeError outside a running event loop."""
        self._transcript: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.events: asyncio.Queue[str] = asyncio.Queue()

    def publish(self, text: str) -> None:
        """Hand the transcript to all who wait, now or later; put it on `events` too.

        Raises asyncio.InvalidStateError if there was one already.
        """
        self._transcript.set_result(text)
        self.events.put_nowait(text)

    async def transcript(self) -> str:
        """Wait for the transcript. Giving up (a time-out) leaves the others waiting."""
        return await asyncio.shield(self._transcript)
