"""What an event loop in the browser can't do, said in words instead of a bare NotImplementedError."""

from __future__ import annotations

import errno
from asyncio import selector_events
from collections.abc import Callable
from typing import Any, NoReturn


class RefusingEventLoop(selector_events.BaseSelectorEventLoop):
    """asyncio's selector loop, where it needs an operating system."""

    def add_signal_handler(self, sig: int, callback: Callable[..., Any], *args: Any) -> NoReturn:  # type: ignore[override]
        """Refuse."""
        __tracebackhide__ = True
        _refuse("signals to handle")

    def remove_signal_handler(self, sig: int) -> bool:
        """Have nothing to remove."""
        return False

    def _make_ssl_transport(self, *_args: Any, **_more: Any) -> NoReturn:
        __tracebackhide__ = True
        _refuse("TLS for Python")

    async def start_tls(self, *_args: Any, **_more: Any) -> NoReturn:
        """Refuse."""
        __tracebackhide__ = True
        self._make_ssl_transport()

    async def create_server(self, *args: Any, **options: Any) -> Any:
        """Listen in memory. Raises NotImplementedError for TLS, before a client finds out."""
        __tracebackhide__ = True
        if options.get("ssl") is not None:
            self._make_ssl_transport()
        return await super().create_server(*args, **options)

    async def create_unix_connection(self, *_args: Any, **_more: Any) -> NoReturn:
        """Refuse."""
        __tracebackhide__ = True
        _refuse("Unix sockets; a TCP port on localhost works here")

    async def create_unix_server(self, *_args: Any, **_more: Any) -> NoReturn:
        """Refuse."""
        __tracebackhide__ = True
        _refuse("Unix sockets; a TCP port on localhost works here")

    async def connect_read_pipe(self, *_args: Any, **_more: Any) -> NoReturn:
        """Refuse."""
        __tracebackhide__ = True
        _refuse("pipes to watch; socket.socketpair works here")

    async def connect_write_pipe(self, *_args: Any, **_more: Any) -> NoReturn:
        """Refuse."""
        __tracebackhide__ = True
        _refuse("pipes to watch; socket.socketpair works here")

    async def _make_subprocess_transport(self, *_args: Any, **_more: Any) -> NoReturn:
        __tracebackhide__ = True
        # The same words as Pyodide's `subprocess`.
        raise OSError(errno.ENOTSUP, "emscripten does not support processes.")


def _refuse(what: str) -> NoReturn:
    __tracebackhide__ = True
    raise NotImplementedError(f"the browser has no {what}")
