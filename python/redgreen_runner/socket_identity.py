"""What a socket in memory is: its kind, names, options and time-out. What it does is in `memory_socket`."""

from __future__ import annotations

import errno
import socket
from typing import Any, NoReturn, cast

from .network import Network

SO_ERROR = getattr(socket, "SO_ERROR", 4)
SO_TYPE = getattr(socket, "SO_TYPE", 3)
SO_REUSEPORT = getattr(socket, "SO_REUSEPORT", 15)

#: The networks that new sockets belong to: the last one.
_networks: list[Network] = []


class SocketIdentity(socket.socket):
    """A socket of which the operating system knows nothing."""

    def __init__(self, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None) -> None:  # noqa: A002
        # The base class's __init__ would ask the system for a socket; this object needs none.
        self._io_refs = 0
        self._closed = True
        self._network = _networks[-1]
        self._family = socket.AF_INET if family == -1 else family
        self._kind = socket.SOCK_STREAM if type == -1 else type & ~_creation_flags()
        self._proto = max(proto, 0)
        if fileno is not None:
            raise OSError(errno.EBADF, "Bad file descriptor")
        if self._family not in (socket.AF_INET, socket.AF_INET6):
            raise OSError(errno.EAFNOSUPPORT, "Address family not supported by protocol")
        if self._kind not in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            raise OSError(errno.EPROTONOSUPPORT, "Protocol not supported")
        self._closed = False
        self._fd = self._network.next_fd()
        self._timeout = socket.getdefaulttimeout()
        self._options: dict[tuple[int, int], Any] = {}
        self._address = sockaddr("::" if self._family == socket.AF_INET6 else "0.0.0.0", 0)
        self._peer_address: tuple[Any, ...] | None = None
        self._error = 0

    @property
    def family(self) -> socket.AddressFamily:
        """Return AF_INET or AF_INET6."""
        return socket.AddressFamily(self._family)

    @property
    def type(self) -> socket.SocketKind:
        """Return SOCK_STREAM or SOCK_DGRAM."""
        return socket.SocketKind(self._kind)

    @property
    def proto(self) -> int:
        """Return the protocol number it was made with."""
        return self._proto

    @property
    def timeout(self) -> float | None:
        """Return the time-out in seconds; None means blocking, 0 means never waiting."""
        return self._timeout

    def __repr__(self) -> str:
        state = " [closed]" if self._closed else ""
        peer = f", raddr={self._peer_address}" if self._peer_address else ""
        return (
            f"<{type(self).__module__}.{type(self).__qualname__}{state} fd={self.fileno()}, "
            f"family={self._family}, type={self._kind}, proto={self._proto}, laddr={self._address}{peer}>"
        )

    def fileno(self) -> int:
        """Return a number that only this network knows; -1 when closed."""
        return -1 if self._closed else self._fd

    def gettimeout(self) -> float | None:
        """Return the time-out, see `timeout`."""
        return self._timeout

    def settimeout(self, value: float | None, /) -> None:
        """Set the time-out, see `timeout`."""
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._timeout = value

    def getblocking(self) -> bool:
        """Whether calls may wait."""
        return self._timeout != 0

    def setblocking(self, flag: bool, /) -> None:
        """Let calls wait, or never."""
        self._timeout = None if flag else 0.0

    def getsockname(self) -> tuple[Any, ...]:
        """Return its own address."""
        self._check_open()
        return self._address

    def getpeername(self) -> tuple[Any, ...]:
        """Return the other side's address. Raises OSError if it is not connected."""
        self._check_open()
        if self._peer_address is None:
            raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")
        return self._peer_address

    def getsockopt(self, level: int, name: int, buflen: int = 0, /) -> Any:
        """Return an option as it was set; the pending error of a connect is an option too."""
        if (level, name) == (socket.SOL_SOCKET, SO_ERROR):
            problem, self._error = self._error, 0
            return problem
        if (level, name) == (socket.SOL_SOCKET, SO_TYPE):
            return int(self._kind)
        return self._options.get((level, name), 0)

    def setsockopt(self, level: int, name: int, value: Any, length: int | None = None, /) -> None:
        """Keep an option; only SO_REUSEPORT has an effect."""
        self._options[level, name] = value

    def detach(self) -> NoReturn:
        """Refuse: a number of this network means nothing to the system."""
        raise OSError(errno.ENOTSUP, "a socket in memory has no file descriptor to give away")

    def dup(self) -> NoReturn:
        """Refuse, see `detach`."""
        raise OSError(errno.ENOTSUP, "a socket in memory has no file descriptor to copy")

    def _check_open(self) -> None:
        if self._closed:
            raise OSError(errno.EBADF, "Bad file descriptor")


def use_network(network: Network | None) -> None:
    """Let new sockets belong to `network`; None ends that."""
    if network is None:
        _networks.pop()
    else:
        _networks.append(network)


def sockaddr(host: str, port: int) -> tuple[Any, ...]:
    """Return an address as the socket module gives it: two parts for IPv4, four for IPv6."""
    return (host, port, 0, 0) if ":" in host else (host, port)


def _creation_flags() -> int:
    names = ("SOCK_NONBLOCK", "SOCK_CLOEXEC")
    return cast("int", sum(getattr(socket, name, 0) for name in names))
