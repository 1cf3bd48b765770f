"""Brings finished recordings into the pipeline."""

from __future__ import annotations

import asyncio

from ..tasks.model_tasks import whisper_transcribe_task
from ..tasks.transcription_tasks import transcribe_call_task
from .filenames import recording_filename
from .tcp_server import WindowBuffer, read_call

# 16-bit samples at 8 kHz: windows of 30 s, which is what the model hears at once, sharing 1 s.
BYTES_PER_SECOND = 16_000
WINDOW_BYTES = 30 * BYTES_PER_SECOND
OVERLAP_BYTES = BYTES_PER_SECOND


def cut(audio: bytes) -> list[bytes]:
    """Cut a recording into overlapping windows of 30 seconds; the last one may be shorter."""
    windows: list[bytes] = []
    buffer = WindowBuffer(WINDOW_BYTES, OVERLAP_BYTES, lambda window: windows.append(bytes(window)))
    buffer.feed(audio)
    buffer.flush()
    return windows


async def receive_recording(reader: asyncio.StreamReader, call_id: str) -> str:
    """Read one recording and queue its transcription; return the task's id.

    Raises BufferOverflow if the recording is too long, ValueError if it is empty.
    """
    audio = await read_call(reader)
    windows = cut(audio)
    if not windows:
        raise ValueError(f"call {call_id} has no audio")
    if len(windows) == 1:
        return whisper_transcribe_task.delay(audio, filename=recording_filename(call_id)).id
    return transcribe_call_task.delay(call_id, windows).id
