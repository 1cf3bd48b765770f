"""`socket.socket` over the network in memory, for TCP and UDP on one machine and in one thread.

asyncio's own selector transports run on it unchanged, so streams behave as they do natively.
Whatever would block for ever is a deadlock here: there is no second thread that could end it.
"""

from __future__ import annotations

import errno
import socket
import warnings
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

from .deadlock import Deadlock
from .network import ANY, getaddrinfo
from .socket_identity import SO_REUSEPORT, SocketIdentity, sockaddr
from .stream_end import CAPACITY, StreamEnd

Result = TypeVar("Result")


class MemorySocket(SocketIdentity):
    """A socket that never leaves the process."""

    def __init__(self, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None) -> None:  # noqa: A002
        super().__init__(family, type, proto, fileno)
        self._network.sockets[self._fd] = self
        self._end: StreamEnd | None = None
        self._backlog: deque[MemorySocket] | None = None
        self._datagrams: deque[tuple[bytes, tuple[Any, ...]]] = deque()

    # Addresses and connections

    def bind(self, address: Any, /) -> None:
        """Take an address; port 0 means any free one."""
        __tracebackhide__ = True
        self._check_open()
        host, port = self._resolve(address)
        if self._address[1]:
            raise OSError(errno.EINVAL, "Invalid argument")
        port = port or self._network.free_port(self._kind)
        shared = bool(self._options.get((socket.SOL_SOCKET, SO_REUSEPORT)))
        self._network.bind(self._kind, self._fd, host, port, shared=shared)
        self._address = sockaddr(host, port)

    def listen(self, backlog: int = 128, /) -> None:
        """Accept connections from now on."""
        self._bind_if_needed()
        self._backlog = self._backlog if self._backlog is not None else deque()

    def accept(self) -> tuple[socket.socket, Any]:
        """Return the next connection and its address."""
        __tracebackhide__ = True
        self._check_open()
        backlog = self._backlog
        if backlog is None:
            raise OSError(errno.EINVAL, "Invalid argument")
        if not backlog:
            self._wait("a connection")
        sock = backlog.popleft()
        return sock, sock._peer_address

    def connect(self, address: Any, /) -> None:
        """Connect to a listener of this network."""
        __tracebackhide__ = True
        self._check_open()
        host, port = self._resolve(address)
        if self._kind == socket.SOCK_DGRAM:
            self._bind_if_needed()
            self._peer_address = sockaddr(host, port)
            return
        if self._end is not None:
            raise OSError(errno.EISCONN, "Transport endpoint is already connected")
        try:
            self._reach(host, port)
        except OSError as problem:
            if self._timeout != 0:
                raise
            self._error = problem.errno or 0
        if self._timeout == 0:
            # As natively: the outcome of a connect that never waits is heard from the selector.
            raise BlockingIOError(errno.EINPROGRESS, "Operation now in progress")

    def connect_ex(self, address: Any, /) -> int:
        """Connect; return the error number, 0 for none."""
        try:
            self.connect(address)
        except OSError as problem:
            return problem.errno or 0
        return 0

    def _reach(self, host: str, port: int) -> None:
        __tracebackhide__ = True
        if host in ANY:
            host = "127.0.0.1" if self._family == socket.AF_INET else "::1"
        listener = self._network.at(self._kind, host, port)
        if listener is None or listener._backlog is None:
            raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
        self._bind_if_needed(host)
        accepted = MemorySocket(self._family, self._kind, self._proto)
        accepted._timeout = None
        accepted._address = sockaddr(host, port)
        self.join(accepted)
        self._peer_address = accepted._address
        accepted._peer_address = self._address
        listener._backlog.append(accepted)

    def join(self, other: MemorySocket, capacity: int = CAPACITY) -> None:
        """Connect two sockets directly."""
        self._end, other._end = StreamEnd(capacity), StreamEnd(capacity)
        self._end.join(other._end)

    def _bind_if_needed(self, host: str | None = None) -> None:
        __tracebackhide__ = True
        if not self._address[1]:
            self.bind((host or self._address[0], 0))

    def _resolve(self, address: Any) -> tuple[str, int]:
        __tracebackhide__ = True
        if not isinstance(address, tuple):
            raise TypeError(f"AF_INET address must be tuple, not {type(address).__name__}")
        found = getaddrinfo(address[0], address[1], self._family, self._kind)[0][4]
        return found[0], found[1]

    # Data

    def send(self, data: Any, flags: int = 0, /) -> int:
        """Send as much as fits; return how much that was."""
        __tracebackhide__ = True
        self._check_open()
        if self._kind == socket.SOCK_DGRAM:
            if self._peer_address is None:
                raise OSError(errno.EDESTADDRREQ, "Destination address required")
            return self.sendto(data, self._peer_address)
        end = self._end
        if end is None:
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")
        view = memoryview(data).cast("B")
        return self._try(lambda: end.send(view), "the other side to read") if len(view) else 0

    def sendall(self, data: Any, flags: int = 0, /) -> None:
        """Send everything."""
        __tracebackhide__ = True
        view = memoryview(data).cast("B")
        while len(view):
            view = view[self.send(view) :]

    def sendmsg(self, buffers: Iterable[Any], *rest: Any) -> int:
        """Send the buffers as one."""
        return self.send(b"".join(buffers))

    def sendto(self, data: Any, *rest: Any) -> int:
        """Send one datagram; without a receiver it is lost, as on a real network."""
        __tracebackhide__ = True
        self._check_open()
        host, port = self._resolve(rest[-1])
        self._bind_if_needed("127.0.0.1" if ":" not in host else "::1")
        receiver = self._network.at(self._kind, host, port)
        if receiver is not None:
            receiver._datagrams.append((bytes(data), self._address))
        return len(data)

    def recv(self, bufsize: int, flags: int = 0, /) -> bytes:
        """Receive what is there, at most `bufsize` bytes; empty at the end of the stream."""
        __tracebackhide__ = True
        self._check_open()
        if self._kind == socket.SOCK_DGRAM:
            return self.recvfrom(bufsize)[0]
        end = self._end
        if end is None:
            raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")
        peek = bool(flags & socket.MSG_PEEK)
        return self._try(lambda: end.receive(bufsize, peek=peek), "data")

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        """Receive into a buffer; return how much that was."""
        __tracebackhide__ = True
        view = memoryview(buffer).cast("B")
        data = self.recv(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def recvfrom(self, bufsize: int, flags: int = 0, /) -> tuple[bytes, Any]:
        """Receive one datagram and its sender; of a stream, data and None."""
        __tracebackhide__ = True
        self._check_open()
        if self._kind == socket.SOCK_STREAM:
            return self.recv(bufsize, flags), None
        if not self._datagrams:
            self._wait("a datagram")
        data, sender = self._datagrams.popleft()
        return data[:bufsize], sender

    def shutdown(self, how: int, /) -> None:
        """End one direction or both."""
        __tracebackhide__ = True
        self._check_open()
        if self._end is None:
            raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")
        if how in (socket.SHUT_WR, socket.SHUT_RDWR):
            self._end.end_writing()
        if how in (socket.SHUT_RD, socket.SHUT_RDWR):
            self._end.end_reading()

    # For the selector

    @property
    def readable(self) -> bool:
        """Whether a read or an accept would not wait."""
        if self._backlog is not None:
            return bool(self._backlog)
        return bool(self._datagrams) or (self._end is not None and self._end.readable)

    @property
    def writable(self) -> bool:
        """Whether a write would not wait, or a connect has an outcome."""
        return bool(self._error) or self._end is None or self._end.writable

    # Its end

    def _real_close(self, _ss: Any = None) -> None:
        self._network.sockets.pop(self._fd, None)
        self._network.release(self._kind, self._fd, self._address[1])
        for waiting in self._backlog or ():
            waiting.close()
        self._backlog = None
        if self._end is not None:
            self._end.close()

    def __del__(self) -> None:
        if not self._closed:
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self, stacklevel=2)
            self.close()

    def _try(self, action: Callable[[], Result], wanted: str) -> Result:
        __tracebackhide__ = True
        try:
            return action()
        except BlockingIOError:
            pass
        self._wait(wanted)

    def _wait(self, wanted: str) -> NoReturn:
        """Wait as the time-out says; in one thread nothing can come of it."""
        __tracebackhide__ = True
        if self._timeout == 0:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        if self._timeout is None:
            raise Deadlock.of_socket(wanted)
        self._network.clock.jump(self._timeout)
        raise TimeoutError("timed out")
