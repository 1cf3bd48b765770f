"""The selector of an event loop on the network in memory."""

from __future__ import annotations

import errno
import selectors
from collections.abc import Callable
from typing import Any

from .network import Network


class MemorySelector(selectors._BaseSelectorImpl):
    """Knows which sockets in memory are ready, and lets time pass where none is."""

    def __init__(self, network: Network, idle: Callable[[float | None], None]) -> None:
        """`idle` gets the seconds until the next timer; None if there is no timer."""
        super().__init__()
        self._network = network
        self._idle = idle

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        """Watch a socket. Raises OSError for what is no socket in memory."""
        key: selectors.SelectorKey = super().register(fileobj, events, data)
        if key.fd not in self._network.sockets:
            self.unregister(fileobj)
            raise PermissionError(errno.EPERM, "the event loop of this page can only watch sockets")
        return key

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return who is ready; if nobody is, time passes, but nobody waits."""
        __tracebackhide__ = True
        ready = self._ready()
        if ready or timeout == 0:
            self._idle(0.0)
            return ready
        self._idle(timeout)
        return self._ready()

    def _ready(self) -> list[tuple[selectors.SelectorKey, int]]:
        found = []
        for key in self.get_map().values():
            sock = self._network.sockets.get(key.fd)
            if sock is None:
                continue
            events = (selectors.EVENT_READ if sock.readable else 0) | (
                selectors.EVENT_WRITE if sock.writable else 0
            )
            if events & key.events:
                found.append((key, events & key.events))
        return found
