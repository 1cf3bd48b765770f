import pytest


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Fail a test that would send a real request."""

    def send(self, request, **options):
        raise RuntimeError(
            f"real request in a test: {request.method} {request.url}"
        )

    monkeypatch.setattr(
        "requests.adapters.HTTPAdapter.send", send
    )
