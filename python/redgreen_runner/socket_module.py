"""Puts the sockets in memory in the place of the real ones, for as long as a run lasts."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from typing import Any

from .memory_socket import MemorySocket
from .network import Network, getaddrinfo, gethostbyname
from .socket_identity import use_network

#: What a pair takes before a writer has to wait, in bytes; Linux gives Unix sockets this much.
PAIR_CAPACITY = 208 * 2**10

#: Pyodide's socket module lacks these; code that serves anything names them. Values are Linux's.
MISSING_NAMES = {
    "SO_REUSEADDR": 2, "SO_TYPE": 3, "SO_ERROR": 4, "SO_BROADCAST": 6, "SO_SNDBUF": 7, "SO_RCVBUF": 8,
    "SO_KEEPALIVE": 9, "SO_LINGER": 13, "SO_REUSEPORT": 15, "TCP_NODELAY": 1, "TCP_KEEPIDLE": 4,
    "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 6, "IPV6_V6ONLY": 26, "SOMAXCONN": 4096,
}  # fmt: skip


def socketpair(*_family_type_proto: Any) -> tuple[MemorySocket, MemorySocket]:
    """Stand in for `socket.socketpair`."""
    one, other = MemorySocket(), MemorySocket()
    one.join(other, PAIR_CAPACITY)
    return one, other


@contextlib.contextmanager
def sockets_in_memory(network: Network) -> Iterator[None]:
    """While inside, `socket.socket` and all that is built on it stay on `network`."""
    stand_ins: dict[str, Any] = {
        name: value for name, value in MISSING_NAMES.items() if not hasattr(socket, name)
    }
    stand_ins |= {
        "socket": MemorySocket,
        "socketpair": socketpair,
        "getaddrinfo": getaddrinfo,
        "gethostbyname": gethostbyname,
    }
    before = {name: getattr(socket, name) for name in stand_ins if hasattr(socket, name)}
    use_network(network)
    vars(socket).update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            delattr(socket, name)
        vars(socket).update(before)
        use_network(None)
