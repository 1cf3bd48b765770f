import httpcore
import pytest
import requests


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """A test that would send a real request fails and says where to."""

    def send(self, request, **options):
        raise RuntimeError(f"real HTTP request in a test: {request.method} {request.url}")

    def handle_request(self, request):
        url = bytes(request.url).decode()
        raise RuntimeError(f"real HTTP request in a test: {request.method.decode()} {url}")

    async def handle_async_request(self, request):
        url = bytes(request.url).decode()
        raise RuntimeError(f"real HTTP request in a test: {request.method.decode()} {url}")

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    monkeypatch.setattr(httpcore.ConnectionPool, "handle_request", handle_request)
    monkeypatch.setattr(httpcore.AsyncConnectionPool, "handle_async_request", handle_async_request)
