import pytest


@pytest.mark.xfail(raises=ImportError, strict=True, reason="the first API was removed in 2025")
def test_handle_call():
    from app.legacy_api import handle_call

    assert handle_call("c-1")["status"] == "submitted"
