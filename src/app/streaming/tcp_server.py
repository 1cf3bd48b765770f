"""Takes a call's audio over TCP: framed while the call runs, or raw and whole after it."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Callable
from functools import partial

# Asterisk's AudioSocket protocol: one byte for the kind, two for the payload's length, big-endian.
HEADER = struct.Struct("!BH")
HANGUP, AUDIO, ACK = 0x00, 0x10, 0x20

READ_BYTES = 4096
MAX_CALL_BYTES = 64 * 2**20


class BufferOverflow(RuntimeError):
    """A peer sent more than one call can be."""


class WindowBuffer:
    """Cuts a stream into windows of `size` bytes; neighbours share `overlap` bytes.

    The shared bytes keep a word that lies on a cut whole in one of the two windows.
    """

    def __init__(self, size: int, overlap: int, on_window: Callable[[bytearray], object]) -> None:
        """Call `on_window` for each window. Raises ValueError unless `overlap` is 0 to `size` - 1.

        The window is one object, filled anew each time: copy it to keep it.
        """
        if not 0 <= overlap < size:
            raise ValueError(f"overlap must be from 0 to {size - 1}, not {overlap}")
        self.size = size
        self.step = size - overlap
        self._on_window = on_window
        self._window = bytearray(size)
        self._pending = bytearray()
        self._shared = 0  # how much of _pending the last window had already

    def feed(self, data: bytes) -> None:
        """Take more of the stream, in pieces of any length."""
        self._pending += data
        while len(self._pending) >= self.size:
            self._window[:] = self._pending[: self.size]
            self._on_window(self._window)
            del self._pending[: self.step]
            self._shared = self.size - self.step

    def flush(self) -> None:
        """Give the rest, shorter than a window, at the end of the stream; start afresh after it."""
        if len(self._pending) > self._shared:
            self._on_window(self._pending)
        self._pending = bytearray()
        self._shared = 0


async def read_call(reader: asyncio.StreamReader, max_buffer: int = MAX_CALL_BYTES) -> bytes:
    """Read a whole recording: all that the peer sends before it closes.

    Raises BufferOverflow for more than `max_buffer` bytes, without reading on.
    """
    audio = b""
    while data := await reader.read(READ_BYTES):
        if len(audio) + len(data) > max_buffer:
            raise BufferOverflow(f"call is longer than {max_buffer} bytes")
        audio += data
    return audio


async def read_frame(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Read one frame: its kind and its payload.

    Raises asyncio.IncompleteReadError where the peer hangs up before the frame is whole.
    """
    kind, length = HEADER.unpack(await reader.readexactly(HEADER.size))
    return kind, await reader.readexactly(length)


async def handle_client(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    on_audio: Callable[[bytes], object],
) -> None:
    """Serve one live call: give each audio frame to `on_audio` and acknowledge it.

    The call ends with a hang-up frame or with the connection, wherever that breaks off.
    """
    try:
        while True:
            kind, payload = await read_frame(reader)
            if kind == HANGUP:
                break
            if kind == AUDIO:
                on_audio(payload)
                writer.write(HEADER.pack(ACK, 0))
                await writer.drain()
    except asyncio.IncompleteReadError:
        pass  # telephones drop calls; a frame that is not whole is no audio
    finally:
        writer.close()


async def serve(host: str, port: int, on_audio: Callable[[bytes], object]) -> asyncio.Server:
    """Listen for live calls. The caller closes the server."""
    return await asyncio.start_server(partial(handle_client, on_audio=on_audio), host, port)
