import pytest

legacy_api = pytest.importorskip("app.legacy_api", reason="the first API was removed in 2025")


def test_handle_call():
    assert legacy_api.handle_call("c-1")["status"] == "submitted"
