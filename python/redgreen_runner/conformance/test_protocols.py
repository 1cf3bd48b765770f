"""Below the streams: bare protocols, datagrams and sockets. Passes on real sockets and on those in memory."""

from __future__ import annotations

import asyncio
import socket

import pytest

HOST = "127.0.0.1"


class Recorder(asyncio.Protocol):
    """Notes what the transport tells it."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.received = b""
        self.lost: asyncio.Future[Exception | None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.calls.append("made")

    def data_received(self, data: bytes) -> None:
        self.received += data

    def eof_received(self) -> bool:
        self.calls.append("eof")
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self.calls.append("lost")
        self.lost.set_result(exc)


@pytest.mark.asyncio
async def test_bare_protocols() -> None:
    loop = asyncio.get_running_loop()
    served: list[Recorder] = []

    def factory() -> Recorder:
        served.append(Recorder())
        return served[-1]

    server = await loop.create_server(factory, HOST, 0)
    transport, client = await loop.create_connection(Recorder, *server.sockets[0].getsockname())
    transport.write(b"one")
    transport.writelines([b" ", b"two"])
    transport.close()
    assert await client.lost is None
    assert await served[0].lost is None
    assert served[0].received == b"one two"
    assert served[0].calls == ["made", "eof", "lost"]
    assert client.calls == ["made", "lost"]
    server.close()
    await server.wait_closed()


@pytest.mark.asyncio
async def test_pause_and_resume_reading() -> None:
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, protocol = await loop.create_connection(Recorder, sock=ours)
    transport.pause_reading()
    assert not transport.is_reading()
    theirs.send(b"wait")
    await asyncio.sleep(0.02)
    assert protocol.received == b""
    transport.resume_reading()
    await asyncio.sleep(0.02)
    assert protocol.received == b"wait"
    theirs.close()
    assert await protocol.lost is None


@pytest.mark.asyncio
async def test_write_limits_call_pause_and_resume_writing() -> None:
    calls: list[str] = []

    class Flow(Recorder):
        def pause_writing(self) -> None:
            calls.append("pause")

        def resume_writing(self) -> None:
            calls.append("resume")

    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, protocol = await loop.create_connection(Flow, sock=ours)
    transport.set_write_buffer_limits(high=1000, low=100)
    data = b"x" * 1_000_000
    transport.write(data)
    assert calls == ["pause"]
    theirs.setblocking(False)
    got = 0
    while got < len(data):
        got += len(await loop.sock_recv(theirs, 100_000))
    await asyncio.sleep(0.02)
    assert calls == ["pause", "resume"]
    transport.close()
    assert await protocol.lost is None
    theirs.close()


@pytest.mark.asyncio
async def test_buffered_protocol() -> None:
    class Buffered(asyncio.BufferedProtocol):
        def __init__(self) -> None:
            self.buffer = bytearray(4)
            self.received = b""

        def get_buffer(self, sizehint: int) -> bytearray:
            return self.buffer

        def buffer_updated(self, nbytes: int) -> None:
            self.received += self.buffer[:nbytes]

    ours, theirs = socket.socketpair()
    transport, protocol = await asyncio.get_running_loop().create_connection(Buffered, sock=ours)
    theirs.send(b"longer than four")
    await asyncio.sleep(0.02)
    assert protocol.received == b"longer than four"
    transport.close()
    theirs.close()


@pytest.mark.asyncio
async def test_socket_functions_of_the_loop() -> None:
    loop = asyncio.get_running_loop()
    listener = socket.create_server((HOST, 0))
    listener.setblocking(False)
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    await loop.sock_connect(client, listener.getsockname())
    peer, where = await accepting
    assert where == client.getsockname()
    await loop.sock_sendall(client, b"over bare sockets")
    assert await loop.sock_recv(peer, 100) == b"over bare sockets"
    for one in (listener, client, peer):
        one.close()


@pytest.mark.asyncio
async def test_datagrams() -> None:
    loop = asyncio.get_running_loop()
    got: asyncio.Future[tuple[bytes, tuple[str, int]]] = loop.create_future()

    class Receiver(asyncio.DatagramProtocol):
        def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
            got.set_result((data, addr))

    receiver, _ = await loop.create_datagram_endpoint(Receiver, local_addr=(HOST, 0))
    sender, _ = await loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=receiver.get_extra_info("sockname")
    )
    sender.sendto(b"datagram")
    data, where = await asyncio.wait_for(got, 5)
    assert data == b"datagram"
    assert where == sender.get_extra_info("sockname")
    sender.close()
    receiver.close()


def test_blocking_sockets_on_one_thread() -> None:
    with socket.create_server((HOST, 0)) as listener:
        client = socket.create_connection(listener.getsockname())
        peer, where = listener.accept()
        assert where == client.getsockname()
        client.sendall(b"over a buffer")
        assert peer.recv(4) == b"over"
        with peer.makefile("rb") as file:
            client.shutdown(socket.SHUT_WR)
            assert file.read() == b" a buffer"
        peer.settimeout(0.01)
        client.close()
        peer.close()


def test_blocking_socket_times_out() -> None:
    ours, theirs = socket.socketpair()
    ours.settimeout(0.01)
    with pytest.raises(TimeoutError, match="timed out"):
        ours.recv(1)
    ours.close()
    theirs.close()
