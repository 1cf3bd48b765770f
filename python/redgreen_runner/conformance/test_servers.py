"""What a program may expect of asyncio's servers. Passes on real sockets and on those in memory."""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

pytestmark = pytest.mark.asyncio

HOST = "127.0.0.1"


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


async def test_address_in_use(echo_server: asyncio.Server) -> None:
    with pytest.raises(OSError, match="address already in use") as caught:
        await asyncio.start_server(echo, *address(echo_server))
    assert caught.value.errno == errno.EADDRINUSE


async def test_address_is_free_again_after_close() -> None:
    first = await asyncio.start_server(echo, HOST, 0)
    where = address(first)
    first.close()
    await first.wait_closed()
    second = await asyncio.start_server(echo, *where)
    assert address(second) == where
    second.close()


async def test_server_tells_its_address_and_the_client_its_own(echo_server: asyncio.Server) -> None:
    host, port = address(echo_server)
    assert host == HOST
    assert port > 0
    _, writer = await asyncio.open_connection("localhost", port)
    assert writer.get_extra_info("peername") == (host, port)
    assert writer.get_extra_info("sockname")[0] == HOST
    assert writer.get_extra_info("socket").family == socket.AF_INET
    writer.close()
    await writer.wait_closed()


async def test_serve_forever_ends_by_cancelling() -> None:
    server = await asyncio.start_server(echo, HOST, 0, start_serving=False)
    assert not server.is_serving()
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0.01)
    assert server.is_serving()
    reader, writer = await asyncio.open_connection(*address(server))
    writer.write(b"x")
    assert await reader.read(1) == b"x"
    writer.close()
    await writer.wait_closed()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not server.is_serving()


async def test_server_is_a_context_manager() -> None:
    async with await asyncio.start_server(echo, HOST, 0) as server:
        assert server.is_serving()
    assert not server.is_serving()
    assert server.sockets == ()


@pytest.mark.skipif(
    sys.version_info < (3, 11, 7), reason="the asyncio of 3.11.2 tells nobody; that of 3.11.7 does"
)
async def test_an_error_in_a_handler_reaches_the_loop() -> None:
    seen: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: seen.append(context))

    async def fails(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        raise ValueError("handler")

    server = await asyncio.start_server(fails, HOST, 0)
    reader, writer = await asyncio.open_connection(*address(server))
    await asyncio.sleep(0.05)
    writer.close()
    server.close()
    assert [str(context["exception"]) for context in seen] == ["handler"]
    del reader
