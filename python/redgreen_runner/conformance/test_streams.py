"""What a program may expect of asyncio's streams. Passes on real sockets and on those in memory."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

pytestmark = pytest.mark.asyncio

HOST = "127.0.0.1"
#: More than any system takes without a reader.
FLOOD = b"x" * 2**16
MOST_FLOOD = 64 * 2**20


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(1024):
        writer.write(data)
        await writer.drain()
    writer.close()


def address(server: asyncio.Server) -> tuple[str, int]:
    host, port = server.sockets[0].getsockname()
    return host, port


@pytest_asyncio.fixture
async def echo_server() -> AsyncIterator[asyncio.Server]:
    server = await asyncio.start_server(echo, HOST, 0)
    yield server
    server.close()
    await server.wait_closed()


async def test_echo(echo_server: asyncio.Server) -> None:
    reader, writer = await asyncio.open_connection(*address(echo_server))
    writer.write(b"hello")
    assert await reader.readexactly(5) == b"hello"
    writer.close()
    await writer.wait_closed()


async def test_half_closed_connection_still_answers(echo_server: asyncio.Server) -> None:
    reader, writer = await asyncio.open_connection(*address(echo_server))
    assert writer.can_write_eof()
    writer.write(b"last words")
    writer.write_eof()
    assert await reader.read() == b"last words"
    with pytest.raises(RuntimeError, match=r"Cannot call write\(\) after write_eof\(\)"):
        writer.write(b"more")
    writer.close()
    await writer.wait_closed()


async def test_two_clients_do_not_mix(echo_server: asyncio.Server) -> None:
    async def talk(word: bytes) -> bytes:
        reader, writer = await asyncio.open_connection(*address(echo_server))
        for letter in word:
            writer.write(bytes([letter]))
            await asyncio.sleep(0.01)
        writer.write_eof()
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        return answer

    assert list(await asyncio.gather(talk(b"first"), talk(b"second"))) == [b"first", b"second"]


async def test_partial_chunks_make_a_whole_frame() -> None:
    frames: list[bytes] = []
    done = asyncio.Event()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        length = int.from_bytes(await reader.readexactly(2), "big")
        frames.append(await reader.readexactly(length))
        writer.close()
        done.set()

    server = await asyncio.start_server(take, HOST, 0)
    _, writer = await asyncio.open_connection(*address(server))
    for piece in (b"\x00", b"\x06fra", b"me", b"s"):
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0.01)
    await asyncio.wait_for(done.wait(), 5)
    assert frames == [b"frames"]
    writer.close()
    server.close()


async def test_lines_and_separators(echo_server: asyncio.Server) -> None:
    reader, writer = await asyncio.open_connection(*address(echo_server))
    writer.writelines([b"one\n", b"two\n", b"a;b"])
    writer.write_eof()
    assert await reader.readline() == b"one\n"
    assert [line async for line in reader] == [b"two\n", b"a;b"]
    assert reader.at_eof()
    writer.close()
    await writer.wait_closed()


async def test_peer_hangs_up_inside_a_frame() -> None:
    async def rude(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"\x00\x10half")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(rude, HOST, 0)
    reader, writer = await asyncio.open_connection(*address(server))
    with pytest.raises(asyncio.IncompleteReadError) as caught:
        await reader.readexactly(18)
    assert caught.value.partial == b"\x00\x10half"
    assert await reader.read() == b""
    writer.close()
    server.close()


async def test_writing_to_a_peer_that_is_gone_fails_in_the_end() -> None:
    async def leave(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(leave, HOST, 0)
    reader, writer = await asyncio.open_connection(*address(server))
    assert await reader.read() == b""

    async def keep_writing() -> None:
        for _ in range(10):
            writer.write(b"anyone there?")
            await writer.drain()
            await asyncio.sleep(0.01)

    with pytest.raises(ConnectionError):
        await keep_writing()
    writer.close()
    server.close()


async def test_back_pressure_makes_drain_wait_and_reading_ends_it() -> None:
    may_read = asyncio.Event()
    taken = 0
    done = asyncio.Event()

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal taken
        await may_read.wait()
        while data := await reader.read(2**20):
            taken += len(data)
        writer.close()
        done.set()

    server = await asyncio.start_server(slow, HOST, 0)
    _, writer = await asyncio.open_connection(*address(server))
    sent = 0

    async def flood() -> None:
        nonlocal sent
        while sent < MOST_FLOOD:
            writer.write(FLOOD)
            sent += len(FLOOD)
            await asyncio.wait_for(writer.drain(), 0.2)

    with pytest.raises(asyncio.TimeoutError):
        await flood()
    assert writer.transport.get_write_buffer_size() > 0
    may_read.set()
    await asyncio.wait_for(writer.drain(), 5)
    assert writer.transport.get_write_buffer_size() <= writer.transport.get_write_buffer_limits()[1]
    writer.close()
    await writer.wait_closed()
    await asyncio.wait_for(done.wait(), 5)
    assert taken == sent
    server.close()


async def test_reading_stops_when_nobody_takes_the_data() -> None:
    server_reader: asyncio.Future[asyncio.StreamReader] = asyncio.get_running_loop().create_future()

    async def keep(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        server_reader.set_result(reader)
        await asyncio.sleep(3600)

    server = await asyncio.start_server(keep, HOST, 0, limit=1000)
    _, writer = await asyncio.open_connection(*address(server))
    writer.write(b"x" * 300_000)
    reader = await server_reader
    await asyncio.sleep(0.05)
    assert len(reader._buffer) < 300_000  # type: ignore[attr-defined]
    assert len(await reader.readexactly(300_000)) == 300_000
    writer.transport.abort()
    server.close()


async def test_read_times_out(echo_server: asyncio.Server) -> None:
    reader, writer = await asyncio.open_connection(*address(echo_server))
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(reader.read(1), 0.05)
    writer.write(b"late")
    assert await reader.readexactly(4) == b"late"
    writer.close()
    await writer.wait_closed()


async def test_abort_drops_the_connection_at_once() -> None:
    ended: asyncio.Future[bytes | Exception] = asyncio.get_running_loop().create_future()

    async def wait_for_end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            ended.set_result(await reader.read())
        except ConnectionError as problem:
            ended.set_result(problem)
        writer.close()

    server = await asyncio.start_server(wait_for_end, HOST, 0)
    _, writer = await asyncio.open_connection(*address(server))
    writer.transport.abort()
    assert writer.is_closing()
    assert await asyncio.wait_for(ended, 5) == b""
    server.close()


async def test_leaving_data_unread_resets_the_connection() -> None:
    written = asyncio.Event()

    async def ignore(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.pause_reading()  # type: ignore[attr-defined] # the stubs forget that it reads too
        await written.wait()
        await asyncio.sleep(0.05)
        writer.transport.abort()

    server = await asyncio.start_server(ignore, HOST, 0)
    reader, writer = await asyncio.open_connection(*address(server))
    await asyncio.sleep(0.02)
    writer.write(b"never read")
    written.set()
    with pytest.raises(ConnectionResetError) as caught:
        await reader.read()
    assert caught.value.errno == errno.ECONNRESET
    writer.close()
    server.close()


async def test_connection_refused() -> None:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        free = probe.getsockname()[1]
    with pytest.raises(ConnectionRefusedError, match=rf"Connect call failed \('127.0.0.1', {free}\)"):
        await asyncio.open_connection(HOST, free)


async def test_unknown_host() -> None:
    with pytest.raises(socket.gaierror):
        await asyncio.open_connection("no-such-host.invalid", 80)
