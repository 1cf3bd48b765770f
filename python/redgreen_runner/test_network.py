from __future__ import annotations

import errno
import socket
from collections.abc import Iterator

import pytest

from .clock import VirtualClock
from .memory_socket import MemorySocket
from .network import FIRST_FREE_PORT, Network, getaddrinfo, gethostbyname
from .socket_module import sockets_in_memory

HOST = "127.0.0.1"


@pytest.fixture
def network() -> Iterator[Network]:
    made = Network(VirtualClock(0.0, lambda _seconds: None))
    with sockets_in_memory(made):
        yield made


def bound(host: str, port: int, family: int = socket.AF_INET) -> MemorySocket:
    sock = MemorySocket(family)
    sock.bind((host, port))
    return sock


def test_free_ports_come_in_order(network: Network) -> None:
    with bound(HOST, 0) as one, bound(HOST, 0) as other:
        assert one.getsockname() == (HOST, FIRST_FREE_PORT)
        assert other.getsockname() == (HOST, FIRST_FREE_PORT + 1)


@pytest.mark.parametrize(
    ("first", "second"), [(HOST, HOST), ("0.0.0.0", HOST), (HOST, "0.0.0.0"), ("localhost", HOST)]
)
def test_an_address_is_given_once(network: Network, first: str, second: str) -> None:
    with bound(first, 8000), pytest.raises(OSError, match="Address already in use") as caught:
        bound(second, 8000)
    assert caught.value.errno == errno.EADDRINUSE
    bound(second, 8000).close()


def test_addresses_that_do_not_clash(network: Network) -> None:
    with bound(HOST, 8000), bound("127.0.0.2", 8000), bound("::1", 8000, socket.AF_INET6):
        datagrams = MemorySocket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.bind((HOST, 8000))
        datagrams.close()


def test_shared_ports(network: Network) -> None:
    with bound(HOST, 8000):
        sock = MemorySocket()
        sock.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_REUSEPORT", 15), 1)
        sock.bind((HOST, 8000))
        sock.close()


def test_other_machines_are_out_of_reach(network: Network) -> None:
    with pytest.raises(OSError, match="Cannot assign requested address") as caught:
        bound("10.0.0.1", 80)
    assert caught.value.errno == errno.EADDRNOTAVAIL
    with MemorySocket() as sock, pytest.raises(OSError, match="Network is unreachable") as caught:
        sock.connect(("10.0.0.1", 80))
    assert caught.value.errno == errno.ENETUNREACH


def test_names() -> None:
    assert gethostbyname("localhost") == HOST
    assert gethostbyname("127.0.0.5") == "127.0.0.5"
    assert gethostbyname(socket.gethostname()) == HOST
    with pytest.raises(socket.gaierror, match="Name or service not known") as caught:
        gethostbyname("api.example.com")
    assert caught.value.errno == socket.EAI_NONAME


def test_address_infos() -> None:
    (info,) = getaddrinfo("localhost", 80, 0, socket.SOCK_STREAM)
    assert info == (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (HOST, 80))
    assert [one[1] for one in getaddrinfo(HOST, 80)] == [socket.SOCK_STREAM, socket.SOCK_DGRAM]
    assert getaddrinfo(None, 80, type=socket.SOCK_STREAM)[0][4] == (HOST, 80)
    assert getaddrinfo(None, "80", type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][4] == ("0.0.0.0", 80)
    assert getaddrinfo(b"::1", b"443", type=socket.SOCK_STREAM)[0][4] == ("::1", 443, 0, 0)
    assert getaddrinfo(HOST, "http", type=socket.SOCK_STREAM)[0][4] == (HOST, 80)
    with pytest.raises(socket.gaierror):
        getaddrinfo("::1", 80, socket.AF_INET)
    with pytest.raises(OverflowError, match="port must be 0-65535"):
        getaddrinfo(HOST, 65536)
