from __future__ import annotations

import errno
import gc
import socket
from collections.abc import Iterator

import pytest

from .clock import VirtualClock
from .deadlock import Deadlock, forget
from .memory_socket import MemorySocket
from .network import Network
from .socket_module import socketpair, sockets_in_memory

HOST = "127.0.0.1"


@pytest.fixture(autouse=True)
def network() -> Iterator[Network]:
    made = Network(VirtualClock(0.0, lambda _seconds: None))
    with sockets_in_memory(made):
        yield made
    forget()


def test_the_socket_module_is_replaced_and_put_back(network: Network) -> None:
    assert socket.socket is MemorySocket
    assert isinstance(socket.socket(), MemorySocket)
    with sockets_in_memory(Network(network.clock)):
        pass
    assert socket.socket is MemorySocket
    # What is built on it is in memory too.
    with socket.create_server((HOST, 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert isinstance(client, MemorySocket)


def test_it_looks_like_a_socket() -> None:
    sock = MemorySocket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    assert isinstance(sock, socket.socket)
    assert (sock.family, sock.type, sock.proto) == (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    assert sock.getsockname() == ("0.0.0.0", 0)
    assert "laddr=('0.0.0.0', 0)" in repr(sock)
    assert sock.fileno() > 0
    sock.close()
    assert sock.fileno() == -1
    assert "[closed]" in repr(sock)


def test_time_outs_and_options() -> None:
    with MemorySocket() as sock:
        assert (sock.gettimeout(), sock.timeout, sock.getblocking()) == (None, None, True)
        sock.setblocking(False)
        assert (sock.gettimeout(), sock.getblocking()) == (0.0, False)
        sock.settimeout(2.5)
        assert sock.timeout == 2.5
        with pytest.raises(ValueError, match="out of range"):
            sock.settimeout(-1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) == 1
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 0


@pytest.mark.parametrize(("family", "kind"), [(255, socket.SOCK_STREAM), (socket.AF_INET, 99)])
def test_unknown_kinds(family: int, kind: int) -> None:
    with pytest.raises(OSError, match="not supported"):
        MemorySocket(family, kind)


def test_a_conversation() -> None:
    listener = socket.create_server((HOST, 0))
    client = socket.create_connection(listener.getsockname())
    peer, where = listener.accept()
    assert where == client.getsockname()
    assert peer.getpeername() == where
    assert client.getpeername() == listener.getsockname()
    client.sendall(b"hello")
    buffer = bytearray(3)
    assert peer.recv(2, socket.MSG_PEEK) == b"he"
    assert (peer.recv_into(buffer), bytes(buffer)) == (3, b"hel")
    assert peer.recvfrom(10) == (b"lo", None)
    assert client.sendmsg([b"a", b"b"]) == 2
    client.shutdown(socket.SHUT_WR)
    assert peer.recv(10) == b"ab"
    assert peer.recv(10) == b""
    for one in (listener, client, peer):
        one.close()


def test_files_over_sockets() -> None:
    one, other = socketpair()
    with one, other, one.makefile("w") as writer, other.makefile() as reader:
        writer.write("a line\n")
        writer.flush()
        assert reader.readline() == "a line\n"


def test_refusals() -> None:
    with MemorySocket() as sock:
        with pytest.raises(ConnectionRefusedError, match="Connection refused"):
            sock.connect((HOST, 9))
        assert sock.connect_ex((HOST, 9)) == errno.ECONNREFUSED
        with pytest.raises(BrokenPipeError):
            sock.send(b"x")
        with pytest.raises(OSError, match="not connected"):
            sock.recv(1)
        with pytest.raises(OSError, match="not connected"):
            sock.getpeername()
        with pytest.raises(OSError, match="Invalid argument"):
            sock.accept()
        with pytest.raises(TypeError, match="must be tuple"):
            sock.connect("a path")
        for refused in (sock.detach, sock.dup):
            with pytest.raises(OSError, match="no file descriptor"):
                refused()
    with pytest.raises(OSError, match="Bad file descriptor"):
        sock.send(b"x")


def test_a_bound_socket_that_does_not_listen_refuses() -> None:
    with MemorySocket() as bound, MemorySocket() as client:
        bound.bind((HOST, 0))
        with pytest.raises(ConnectionRefusedError):
            client.connect(bound.getsockname())


def test_connecting_twice() -> None:
    server = socket.create_server((HOST, 0))
    client = socket.create_connection(server.getsockname())
    with server, client, pytest.raises(OSError, match="already connected"):
        client.connect(server.getsockname())


def test_a_connect_that_never_waits_tells_its_outcome_later() -> None:
    with MemorySocket() as sock:
        sock.setblocking(False)
        with pytest.raises(BlockingIOError) as caught:
            sock.connect((HOST, 9))
        assert caught.value.errno == errno.EINPROGRESS
        assert sock.writable
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == errno.ECONNREFUSED
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0


def test_connections_that_nobody_accepted_are_dropped_with_their_listener() -> None:
    server = socket.create_server((HOST, 0))
    client = socket.create_connection(server.getsockname())
    server.close()
    assert client.recv(1) == b""
    client.close()


def test_waiting_never_blocks(network: Network) -> None:
    one, other = socketpair()
    one.setblocking(False)
    with pytest.raises(BlockingIOError):
        one.recv(1)
    one.settimeout(5)
    with pytest.raises(TimeoutError, match="timed out"):
        one.recv(1)
    assert network.clock.now == 5
    one.settimeout(None)
    with pytest.raises(Deadlock, match="this socket waits for data"):
        one.recv(1)
    with pytest.raises(Deadlock, match="this socket waits for the other side to read"):
        one.sendall(b"x" * 10**6)
    with socket.create_server((HOST, 0)) as server, pytest.raises(Deadlock, match="waits for a connection"):
        server.accept()
    for sock in (one, other):
        sock.close()


def test_datagrams() -> None:
    one = MemorySocket(socket.AF_INET, socket.SOCK_DGRAM)
    other = MemorySocket(socket.AF_INET, socket.SOCK_DGRAM)
    other.bind((HOST, 0))
    with pytest.raises(OSError, match="Destination address required"):
        one.send(b"to whom?")
    one.sendto(b"first", other.getsockname())
    one.connect(other.getsockname())
    one.send(b"second")
    one.sendto(b"lost", (HOST, 9))
    assert other.recvfrom(100) == (b"first", one.getsockname())
    assert other.recv(3) == b"sec"
    with pytest.raises(Deadlock, match="waits for a datagram"):
        other.recv(1)
    one.close()
    other.close()


def test_one_that_is_forgotten_warns_and_frees_its_port() -> None:
    def forget_one() -> None:
        sock = MemorySocket()
        sock.bind((HOST, 8000))
        del sock
        gc.collect()

    with pytest.warns(ResourceWarning, match="unclosed <redgreen_runner"):
        forget_one()
    with MemorySocket() as again:
        again.bind((HOST, 8000))
