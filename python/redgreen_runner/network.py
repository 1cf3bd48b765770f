"""A network in memory: the loopback of one run, with its names, ports and listeners.

There is no other machine on it. Errors carry the words of a Linux machine without a network, so
that a test reads the same failure here and there.
"""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from .clock import VirtualClock
    from .memory_socket import MemorySocket

#: Ports given out for port 0, as on Linux; in order, so that two runs are alike.
FIRST_FREE_PORT = 32768
#: Numbers that can't be mistaken for real file descriptors.
FIRST_FD = 10_000

LOCAL_NAMES = ("localhost", "localhost.localdomain", "ip6-localhost")
ANY = ("0.0.0.0", "::")


class Network:
    """Who listens where. One per run; all its event loops share it."""

    def __init__(self, clock: VirtualClock) -> None:
        self.clock = clock
        self.sockets: WeakValueDictionary[int, MemorySocket] = WeakValueDictionary()
        # By number, not by the socket itself: one that is forgotten must be collected and warned of.
        self._bound: dict[tuple[int, int], list[int]] = {}
        self._port = FIRST_FREE_PORT
        self._fd = FIRST_FD

    def next_fd(self) -> int:
        """Return a number for a new socket."""
        self._fd += 1
        return self._fd

    def free_port(self, kind: int) -> int:
        """Return a port that nobody has."""
        while (kind, self._port) in self._bound:
            self._port += 1
        self._port += 1
        return self._port - 1

    def bind(self, kind: int, fd: int, host: str, port: int, *, shared: bool) -> None:
        """Give the socket an address. Raises OSError if it is another machine's, or taken."""
        if host not in ANY and not ipaddress.ip_address(host).is_loopback:
            raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
        if not shared and self._find(kind, host, port) is not None:
            raise OSError(errno.EADDRINUSE, "Address already in use")
        self._bound.setdefault((kind, port), []).append(fd)

    def release(self, kind: int, fd: int, port: int) -> None:
        """Take back what `bind` gave."""
        there = self._bound.get((kind, port), [])
        if fd in there:
            there.remove(fd)
        if not there:
            self._bound.pop((kind, port), None)

    def at(self, kind: int, host: str, port: int) -> MemorySocket | None:
        """Find who is bound to an address. Raises OSError if it is another machine's."""
        if host not in ANY and not ipaddress.ip_address(host).is_loopback:
            raise OSError(errno.ENETUNREACH, "Network is unreachable")
        return self._find(kind, host, port)

    def _find(self, kind: int, host: str, port: int) -> MemorySocket | None:
        there = (self.sockets.get(fd) for fd in self._bound.get((kind, port), []))
        return next((sock for sock in there if sock and _clash(sock.getsockname()[0], host)), None)


def _clash(one: str, other: str) -> bool:
    same_family = (":" in one) == (":" in other)
    return same_family and (one == other or one in ANY or other in ANY)


def getaddrinfo(
    host: str | bytes | None, port: str | int | bytes | None, family: int = 0, type: int = 0,  # noqa: A002
    proto: int = 0, flags: int = 0,
) -> list[tuple[Any, Any, int, str, tuple[Any, ...]]]:  # fmt: skip
    """Stand in for `socket.getaddrinfo`: numbers and localhost are known, no other name is."""
    number = _port_number(port)
    found = []
    for address in _addresses(host, passive=bool(flags & socket.AI_PASSIVE)):
        is_six = ":" in address
        of_family = socket.AF_INET6 if is_six else socket.AF_INET
        if family not in (0, of_family):
            continue
        sockaddr = (address, number, 0, 0) if is_six else (address, number)
        for kind, protocol in _kinds(type, proto):
            found.append((of_family, kind, protocol, "", sockaddr))
    if not found:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return found


def gethostbyname(host: str) -> str:
    """Stand in for `socket.gethostbyname`."""
    return str(getaddrinfo(host, None, socket.AF_INET)[0][4][0])


def _addresses(host: str | bytes | None, *, passive: bool) -> Iterator[str]:
    name = host.decode("ascii") if isinstance(host, bytes) else host
    if name is None:
        yield ANY[0] if passive else "127.0.0.1"
    elif name.lower() in LOCAL_NAMES or name == socket.gethostname():
        yield "127.0.0.1"
    else:
        try:
            yield str(ipaddress.ip_address(name.partition("%")[0] or ANY[0]))
        except ValueError:
            # Natively a name server would be asked; here there is no network to ask it over.
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None


def _port_number(port: str | int | bytes | None) -> int:
    if isinstance(port, bytes):
        port = port.decode("ascii")
    if not port:
        return 0
    try:
        number = int(port)
    except ValueError:
        return socket.getservbyname(str(port))
    if not 0 <= number <= 65535:
        raise OverflowError("getaddrinfo: port must be 0-65535.")
    return number


def _kinds(kind: int, proto: int) -> list[tuple[socket.SocketKind, int]]:
    known = [(socket.SOCK_STREAM, socket.IPPROTO_TCP), (socket.SOCK_DGRAM, socket.IPPROTO_UDP)]
    return [(k, p) for k, p in known if kind in (0, k) and proto in (0, p)]
