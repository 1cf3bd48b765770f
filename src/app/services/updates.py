"""Shows the agent a translation while it grows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Update = dict[str, str]


class UpdateSender:
    """Sends the steps of one call's translation through a transport (a web socket's send, say)."""

    def __init__(self, transport: Callable[[Update], None]) -> None:
        """Send each update with `transport`."""
        self._transport = transport

    def send_update(self, call_id: str, event: str, text: str = "") -> None:
        """Send one step: `started`, `part` with its text, or `finished`."""
        self._transport({"call_id": call_id, "event": event, "text": text})


def stream_translation(
    sender: UpdateSender, call_id: str, parts: Iterable[str], translate: Callable[[str], str]
) -> None:
    """Translate a call part by part, and send each part as soon as it is done."""
    sender.send_update(call_id, "started")
    for part in parts:
        sender.send_update(call_id, "part", translate(part))
    sender.send_update(call_id, "finished")
