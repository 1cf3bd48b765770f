"""Fixtures for the backend's own tests."""

from collections.abc import Iterator
from unittest.mock import MagicMock, patch

import httpcore
import pytest
import requests

from app.services.notifications import default_session


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that would send a real HTTP request. respx wants these names and signatures."""

    def send(self: object, request: requests.PreparedRequest, **_options: object) -> None:
        raise RuntimeError(f"real HTTP request in a test: {request.method} {request.url}")

    async def handle_async_request(self: object, request: httpcore.Request) -> None:
        raise RuntimeError(f"real HTTP request in a test: {request.method!r} {request.url!r}")

    monkeypatch.setattr("requests.adapters.HTTPAdapter.send", send)
    monkeypatch.setattr("httpcore.AsyncConnectionPool.handle_async_request", handle_async_request)


@pytest.fixture(autouse=True)
def _fresh_session() -> Iterator[None]:
    """Keep one test's session, mocked perhaps, out of the next test."""
    yield
    default_session.cache_clear()


@pytest.fixture
def models() -> Iterator[MagicMock]:
    """Stand in for the models: set `predict`'s answer."""
    with patch("app.model_scripts.model_loader.model_loader", autospec=True) as loader:
        yield loader
