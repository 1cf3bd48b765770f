from __future__ import annotations

import asyncio
import os
import signal
import ssl
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from .browser_loop import virtual_loops

Refused = Callable[[asyncio.AbstractEventLoop], Awaitable[Any]]

REFUSED: dict[str, tuple[Refused, type[Exception], str]] = {
    "unix server": (
        lambda loop: loop.create_unix_server(asyncio.Protocol, "/tmp/socket"),
        NotImplementedError,
        "no Unix sockets; a TCP port on localhost works here",
    ),
    "unix client": (
        lambda loop: loop.create_unix_connection(asyncio.Protocol, "/tmp/socket"),
        NotImplementedError,
        "no Unix sockets",
    ),
    "read pipe": (
        lambda loop: loop.connect_read_pipe(asyncio.Protocol, os.fdopen(os.pipe()[0])),
        NotImplementedError,
        "no pipes to watch; socket.socketpair works here",
    ),
    "write pipe": (
        lambda loop: loop.connect_write_pipe(asyncio.Protocol, os.fdopen(os.pipe()[1], "w")),
        NotImplementedError,
        "no pipes to watch",
    ),
    "TLS server": (
        lambda loop: loop.create_server(asyncio.Protocol, "localhost", 0, ssl=ssl.create_default_context()),
        NotImplementedError,
        "no TLS for Python",
    ),
    "subprocess": (
        lambda loop: asyncio.create_subprocess_exec("ls"),
        OSError,
        "emscripten does not support processes",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_says_so(what: str) -> None:
    action, kind, words = REFUSED[what]

    async def main() -> None:
        with pytest.raises(kind, match=words):
            await action(asyncio.get_running_loop())

    with virtual_loops():
        asyncio.run(main())


def test_signals() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        with pytest.raises(NotImplementedError, match="no signals to handle"):
            loop.add_signal_handler(signal.SIGTERM, print)
        assert not loop.remove_signal_handler(signal.SIGTERM)

    with virtual_loops():
        asyncio.run(main())


def test_tls_client() -> None:
    async def main() -> None:
        server = await asyncio.start_server(lambda _reader, writer: writer.close(), "localhost", 0)
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(NotImplementedError, match="no TLS for Python"):
            await asyncio.open_connection("localhost", port, ssl=ssl.create_default_context())
        reader, writer = await asyncio.open_connection("localhost", port)
        with pytest.raises(NotImplementedError, match="no TLS for Python"):
            await writer.start_tls(ssl.create_default_context())
        writer.close()
        server.close()
        del reader

    with virtual_loops():
        asyncio.run(main())


def test_only_sockets_can_be_watched() -> None:
    async def main() -> None:
        read, write = os.pipe()
        with pytest.raises(PermissionError, match="can only watch sockets"):
            asyncio.get_running_loop().add_reader(read, print)
        os.close(read)
        os.close(write)

    with virtual_loops():
        asyncio.run(main())
