"""One end of a TCP connection in memory. It never waits: what can't be done now raises BlockingIOError."""

from __future__ import annotations

import errno

#: Bytes on the way that the other side has not taken. Linux takes about 4 MB over loopback before
#: a writer has to wait; a test of back-pressure must see the same here.
CAPACITY = 4 * 2**20


class StreamEnd:
    """One end: what has arrived, and whom to send to."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._arrived = bytearray()
        self._at_end = False
        self._reset: OSError | None = None
        self._peer: StreamEnd | None = None
        self._no_more_writes = False

    def join(self, other: StreamEnd) -> None:
        """Connect two ends."""
        self._peer, other._peer = other, self

    @property
    def readable(self) -> bool:
        """Whether `receive` would return or raise at once."""
        return bool(self._arrived) or self._at_end or self._reset is not None

    @property
    def writable(self) -> bool:
        """Whether `send` would take something or raise at once."""
        peer = self._peer
        return peer is None or self._reset is not None or len(peer._arrived) < peer._capacity

    def send(self, data: memoryview) -> int:
        """Hand over as much as fits; return how much that was."""
        if self._reset is not None:
            problem, self._reset = self._reset, None
            self._at_end = self._no_more_writes = True
            raise problem
        if self._no_more_writes:
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")
        peer = self._peer
        if peer is None:
            # The other side is gone. TCP learns that from the answer to these bytes, not before.
            self._no_more_writes = True
            return len(data)
        room = peer._capacity - len(peer._arrived)
        if room <= 0:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        peer._arrived += data[:room]
        return min(room, len(data))

    def receive(self, most: int, *, peek: bool = False) -> bytes:
        """Take what has arrived; empty at the end of the stream."""
        if self._arrived:
            data = bytes(self._arrived[:most])
            if not peek:
                del self._arrived[:most]
            return data
        if self._reset is not None:
            problem, self._reset = self._reset, None
            self._at_end = self._no_more_writes = True
            raise problem
        if self._at_end:
            return b""
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    def end_writing(self) -> None:
        """Tell the other side that nothing more comes; it may still send."""
        self._no_more_writes = True
        if self._peer is not None:
            self._peer._at_end = True

    def end_reading(self) -> None:
        """Take nothing more."""
        self._at_end = True

    def close(self) -> None:
        """Leave. Who leaves data unread resets the connection, as TCP does."""
        peer, self._peer = self._peer, None
        if peer is None:
            return
        peer._peer = None
        if self._arrived:
            peer._reset = ConnectionResetError(errno.ECONNRESET, "Connection reset by peer")
        else:
            peer._at_end = True
