import asyncio
from collections.abc import Iterator
from unittest.mock import MagicMock, patch

import pytest

from app.streaming.ingest import OVERLAP_BYTES, WINDOW_BYTES, cut, receive_recording
from app.streaming.tcp_server import BufferOverflow
from app.tasks.model_tasks import whisper_transcribe_task
from app.tasks.transcription_tasks import transcribe_call_task


@pytest.fixture
def short() -> Iterator[MagicMock]:
    with patch.object(whisper_transcribe_task, "delay", autospec=True) as delay:
        delay.return_value.id = "t-short"
        yield delay


@pytest.fixture
def long() -> Iterator[MagicMock]:
    with patch.object(transcribe_call_task, "delay", autospec=True) as delay:
        delay.return_value.id = "t-long"
        yield delay


def reader_of(audio: bytes) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    reader.feed_data(audio)
    reader.feed_eof()
    return reader


def test_windows_share_a_second_and_lose_nothing() -> None:
    audio = bytes(range(250)) * 4000  # a million bytes: about a minute

    windows = cut(audio)

    assert [len(window) for window in windows[:-1]] == [WINDOW_BYTES] * 2
    assert windows[0] + b"".join(window[OVERLAP_BYTES:] for window in windows[1:]) == audio


@pytest.mark.asyncio
async def test_a_short_recording_is_one_task(short: MagicMock, long: MagicMock) -> None:
    with patch("app.streaming.ingest.recording_filename", autospec=True, return_value="c-1.wav"):
        assert await receive_recording(reader_of(b"RIFF"), "c-1") == "t-short"

    short.assert_called_once_with(b"RIFF", filename="c-1.wav")
    long.assert_not_called()


@pytest.mark.asyncio
async def test_a_long_recording_goes_window_by_window(short: MagicMock, long: MagicMock) -> None:
    audio = b"x" * (WINDOW_BYTES + 1)

    assert await receive_recording(reader_of(audio), "c-1") == "t-long"

    long.assert_called_once_with("c-1", cut(audio))
    short.assert_not_called()


@pytest.mark.asyncio
async def test_an_empty_recording_is_refused(short: MagicMock, long: MagicMock) -> None:
    with pytest.raises(ValueError, match="call c-1 has no audio"):
        await receive_recording(reader_of(b""), "c-1")

    short.assert_not_called()
    long.assert_not_called()


@pytest.mark.asyncio
async def test_an_endless_recording_is_refused(short: MagicMock, long: MagicMock) -> None:
    too_long = BufferOverflow("too long")

    with patch("app.streaming.ingest.read_call", side_effect=too_long), pytest.raises(BufferOverflow):
        await receive_recording(reader_of(b"x"), "c-1")

    short.assert_not_called()
    long.assert_not_called()
