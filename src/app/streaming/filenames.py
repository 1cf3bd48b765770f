"""Names for recordings, in the pattern that the telephone system (Asterisk) uses."""

from __future__ import annotations

from datetime import UTC, datetime


def recording_filename(call_id: str, now: datetime | None = None) -> str:
    """Name a recording `<call id>-<YYYYMMDD>-<HHMMSS>.wav`, in UTC; `now` is the time, if not this one."""
    moment = now or datetime.now(UTC)
    return f"{call_id}-{moment:%Y%m%d-%H%M%S}.wav"
